import { useMemo } from "react";
import { unpackRuns } from "../../../report/writers/sql/packed-runs.ts";
import { useSection } from "../../i18n/index.ts";
import { preferences } from "../../store/preferences.ts";
import { Asking } from "../asking.tsx";
import { COLUMNS, sqlWords } from "../sql-words.ts";
import { about, command, inFile, packed } from "./parts.ts";

preferences.set({ ...preferences.get(), lang: about.lang }); // the page is written in one

/** A run's or a report's numbers, to be asked without the app. */
export function SqlPage() {
  const say = useSection(sqlWords);
  const arms = useMemo(() => unpackRuns(packed), []);
  return (
    <main className="page sql" id="main">
      <h1>{say("pageTitle")}</h1>
      <p className="lead">
        <b>{about.kicker}</b> {about.question}
      </p>
      <p className="note">
        {say("pageLead", { columns: COLUMNS })} {packed.step > 1 && say("weekly", { step: packed.step })}{" "}
        {packed.left > 0 && say("leftOut", { n: packed.left })}
      </p>
      <Asking arms={arms} begin={inFile} />
      <p className="note">
        {say("madeBy")} <code>{command}</code>
      </p>
    </main>
  );
}
