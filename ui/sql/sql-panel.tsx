import { useId, useState } from "react";
import { Button } from "react-aria-components";
import { useSection } from "../i18n/index.ts";
import type { Paired } from "../parts/paired.ts";
import { armIds } from "./arm-ids.ts";
import { Asking } from "./asking.tsx";
import { COLUMNS, sqlWords } from "./sql-words.ts";

/** All runs of a page as a table to be asked in SQL. DuckDB loads when the panel is opened, not before. */
export function SqlPanel({ paired }: { readonly paired: Paired }) {
  const say = useSection(sqlWords);
  const [open, setOpen] = useState(false);
  const title = useId();
  const { arms, runs, running, done } = paired;
  const which = [...arms.map(({ id }) => id), done].join(); // other runs are another table
  return (
    <section className="page-section sql" aria-labelledby={title}>
      <h2 id={title}>{say("title")}</h2>
      <p className="note">{say("lead", { columns: COLUMNS })}</p>
      {open && running && <output>{say("opening")}</output>}
      {open && !running && (
        <Asking key={which} arms={armIds(arms).map((scenario, k) => ({ scenario, runs: runs[k] }))} />
      )}
      {!open && (
        <Button className="button" onPress={() => setOpen(true)}>
          {say("open")}
        </Button>
      )}
    </section>
  );
}
