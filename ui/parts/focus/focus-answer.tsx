import { useMemo } from "react";
import { Button } from "react-aria-components";
import { focusFinding, focusSureness, focusTable, isMeasured } from "../../../report/document/focus.ts";
import { causesSentence } from "../../../report/document/causes.ts";
import type { Table } from "../../../report/document/model.ts";
import { paragraph, textOf } from "../../../report/document/sentence.ts";
import { trustSentence } from "../../../report/document/trust.ts";
import { Phrases } from "../../controls/phrases.tsx";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import { focusCauses, useFocusCauses } from "../../store/focus-causes.ts";
import { type FocusRuns, useFocusRuns } from "../../store/focus-runs.ts";
import { turnTo } from "../../store/page.ts";
import { useLanguage } from "../../store/preferences.ts";
import { focusInput } from "./focus-input.ts";
import { focusWords } from "./words.ts";

/** The answer in a sentence, how sure it is, why, and how well the model knows it: as a report says it. */
export default function FocusAnswer() {
  const say = useSection(focusWords);
  const runs = useFocusRuns();
  if (!runs) return <p className="focus-answer">{say("outside")}</p>;
  return <Answered runs={runs} />;
}

function Answered({ runs }: { readonly runs: FocusRuns }) {
  const say = useSection(focusWords);
  const lang = useLanguage();
  const input = useMemo(() => focusInput(runs, lang), [runs, lang]);
  const trust = trustSentence(runs.focus, runs.arms[0].scenario, lang);
  const sure = paragraph(focusSureness(input), lang);
  return (
    <div className="focus-answer">
      <h2>
        <Phrases text={textOf(focusFinding(input))} />
      </h2>
      {isMeasured(input) && (
        <>
          <p>{runs.runs < 5 ? say("oneRun") : textOf(sure)}</p>
          <Why runs={runs} />
        </>
      )}
      {trust.parts.length > 0 && <p className="quiet">{textOf(trust)}</p>}
      <div className="focus-more">
        <details>
          <summary>{say("details")}</summary>
          <Numbers table={focusTable(input)} />
        </details>
        <Button className="link" onPress={() => turnTo("report")}>
          {say("report")}
        </Button>
      </div>
    </div>
  );
}

/** What mattered: worked out when asked, since it takes runs of its own. */
function Why({ runs }: { readonly runs: FocusRuns }) {
  const say = useSection(focusWords);
  const lang = useLanguage();
  const [{ scenario }, other] = runs.arms;
  const base = runs.changed ? runs.from : (other?.scenario ?? null);
  const asked = useMemo(() => focusCauses(scenario, base, runs.focus), [scenario, base, runs.focus]);
  const { causes, done, running, failed } = useFocusCauses(asked);
  if (causes) return <p>{textOf(causesSentence(causes, { scenario, base, lang }))}</p>;
  if (failed !== null) return <p role="alert">{say("failed", { why: failed })}</p>;
  if (running) return <output>{say("working", { done: Math.round(100 * done) })}</output>;
  return (
    <Button className="button" onPress={asked.start}>
      {say("why")}
    </Button>
  );
}

const Numbers = ({ table }: { readonly table: Table }) => (
  <ScrollTable label={table.caption} head={table.head}>
    {table.rows.map(([first, ...rest]) => (
      <tr key={textOf(first)}>
        <th scope="row">{textOf(first)}</th>
        {rest.map((cell, k) => (
          // oxlint-disable-next-line react/no-array-index-key -- columns never move
          <td key={k}>{textOf(cell)}</td>
        ))}
      </tr>
    ))}
  </ScrollTable>
);
