import { useState } from "react";
import { Button } from "react-aria-components";
import { type Language, REGIMES, say } from "../../../engine/index.ts";
import { csv } from "../../../charts/data/data-table.ts";
import { axisName, settingText } from "../../../words/axis-words.ts";
import { setting } from "../../../words/format.ts";
import { outputHeading, outputName, outputValue } from "../../../words/output-words.ts";
import { probabilityText } from "../../../words/probability-words.ts";
import { runColumns } from "../../../experiments/run-rows.ts";
import { Picker } from "../../controls/picker.tsx";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import type { OpenedDesign } from "../../store/design.ts";
import { downloadText } from "../../store/files.ts";
import { useLanguage } from "../../store/preferences.ts";
import { DesignChart } from "../../parts/design-chart.tsx";
import { designWords } from "../../parts/design-words.ts";
import type { DesignState } from "../../parts/use-design.ts";
import { COLON } from "../../../words/punctuation.ts";

interface Props {
  readonly opened: OpenedDesign;
  readonly state: DesignState;
}

/** The picture that suits the method, a summary of each output, and every run. */
export function DesignResults({ opened, state }: Props) {
  const say = useSection(designWords);
  const lang = useLanguage();
  const { outputs } = opened.plan.design;
  const [chosen, choose] = useState(opened.map ?? outputs[0]);
  const output = outputs.includes(chosen) ? chosen : outputs[0];
  const { summary } = state;
  return (
    <>
      <div className="section-head">
        <Picker
          label={say("output")}
          options={outputs.map((id) => ({ id, text: outputName(id, opened.scenario, lang) }))}
          value={output}
          onChange={choose}
        />
      </div>
      {summary && summary.failed > 0 && (
        <p className="notice" data-kind="error" role="alert">
          {say("failedRuns", { n: summary.failed, why: summary.failures[0]?.error ?? "" })}
        </p>
      )}
      <DesignChart opened={opened} state={state} output={output} />
      <Summary opened={opened} state={state} />
      <Rows opened={opened} state={state} />
    </>
  );
}

function Summary({ opened, state: { summary } }: Props) {
  const say = useSection(designWords);
  const lang = useLanguage();
  if (!summary) return null;
  const heads = ["output", "median", "ninety", "mean"] as const;
  return (
    <>
      <ScrollTable label={say("results")} head={heads.map((key) => say(key))}>
        {summary.outputs
          .filter(({ id }) => id !== "regime")
          .map(({ id, mean, low, high, quantiles }) => {
            const show = (x: number) => outputValue(id, x, lang);
            return (
              <tr key={id}>
                <th scope="row">{outputHeading(id, opened.scenario, lang)}</th>
                <td>{show(quantiles[2])}</td>
                <td>
                  {show(quantiles[0])} – {show(quantiles[4])}
                </td>
                <td>
                  {show(mean)}
                  {Number.isFinite(low) && ` (${show(low)} – ${show(high)})`}
                </td>
              </tr>
            );
          })}
      </ScrollTable>
      {summary.regimes && (
        <dl className="regimes" aria-label={say("meanings")}>
          {REGIMES.map(({ id, label, meaning }, k) => (
            <div key={id}>
              <dt>
                {say(label)} {probabilityText(summary.regimes![k])}
              </dt>
              <dd>{say(meaning)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const SHOWN = 100;

/** The rows as the command line writes them, the newest in sight; all of them to download. */
function Rows({ opened: { plan, scenario }, state: { rows } }: Props) {
  const say = useSection(designWords);
  const lang = useLanguage();
  const columns = runColumns(plan);
  const { axes, outputs } = plan.design;
  const heads = [
    "#",
    ...axes.map((axis) => axisName(axis, lang)),
    ...outputs.map((id) => outputHeading(id, scenario, lang)),
  ];
  const save = () =>
    downloadText(
      "runs.csv",
      "text/csv",
      csv({
        head: columns.map((c) => c.name),
        rows: rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
      }),
    );
  const shown = rows.slice(-SHOWN).toReversed();
  return (
    <details className="rows">
      <summary>
        {say("rows")}
        {say(COLON)}
        {say("rowsShown", { n: shown.length, all: rows.length })}
      </summary>
      <Button className="button" onPress={save}>
        {say("download")}
      </Button>
      <ScrollTable label={say("rows")} head={heads}>
        {shown.map(([run, , , status, error, ...cells]) => (
          <tr key={run}>
            <th scope="row">{run}</th>
            {status === "failed" ? (
              <td colSpan={cells.length}>{error}</td>
            ) : (
              cells.map((cell, k) => (
                <td key={heads[k + 1]}>
                  {k < axes.length ? settingText(cell ?? "") : cellText(cell, outputs[k - axes.length], lang)}
                </td>
              ))
            )}
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}

function cellText(cell: number | string | null, output: string, lang: Language): string {
  if (typeof cell !== "number") return cell ?? "–";
  return output === "regime"
    ? say(REGIMES[cell].label, lang)
    : Number.isFinite(cell)
      ? outputValue(output, cell, lang)
      : setting(cell);
}
