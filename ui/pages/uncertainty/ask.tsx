import { useState } from "react";
import { pathOf } from "../../../charts/data/series-paths.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import type { Measured } from "../../../engine/index.ts";
import { date } from "../../../words/format.ts";
import { probabilityText } from "../../../words/probability-words.ts";
import { NumberInput } from "../../controls/number-input.tsx";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { at, holdsIn } from "./odds.tsx";
import { uncertainty } from "./words.ts";
import { COMMA } from "../../../words/punctuation.ts";

interface Props {
  readonly runs: readonly Measured[];
  readonly measure: Measure;
  readonly vendor: string;
  readonly title: string;
  readonly tick: number;
}

/** A statement of one's own about the series shown: answered from the runs that are there, with its error. */
export function Ask({ runs, measure, vendor, title, tick }: Props) {
  const say = useSection(uncertainty);
  const lang = useLanguage();
  const isShare = measure.format === "share";
  const path = pathOf(measure, vendor);
  const middle = runs.map((m) => at(m, path, tick)).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)];
  const [typed, setTyped] = useState<{ path: string; value: number } | null>(null);
  const [relation, setRelation] = useState<"above" | "below">("above");
  const scaled = Number((isShare ? 100 * middle : middle).toPrecision(2)) || 0;
  const value = typed?.path === path ? typed.value : scaled; // another series starts from its own middle
  const threshold = isShare ? value / 100 : value;
  const p = holdsIn(runs, (m) =>
    relation === "above" ? at(m, path, tick) > threshold : at(m, path, tick) < threshold,
  );
  return (
    <section className="page-section ask" aria-label={say("ask")}>
      <h2>{say("ask")}</h2>
      <p>
        <span>
          {title}
          {say(COMMA)}
          {date(runs[0].dates[tick], lang)}
        </span>
        <Segments<"above" | "below">
          label={say("threshold")}
          options={(["above", "below"] as const).map((id) => ({ id, text: say(id) }))}
          value={relation}
          onChange={setRelation}
        />
        <span className="ask-value">
          <NumberInput
            label={`${say("threshold")}${isShare ? ` (${say("percentHint")})` : ""}`}
            value={value}
            range={[-1e15, 1e15]}
            onChange={(x) => setTyped({ path, value: x })}
          />
          {isShare && "%"}
        </span>
        <output>
          {say("holds")} <b>{probabilityText(p)}</b>
        </output>
      </p>
    </section>
  );
}
