import { lastTick } from "../../../charts/data/chart-line.ts";
import { areFew, middleOf } from "../../../charts/data/fan-of.ts";
import { pathOf, seriesOf } from "../../../charts/data/series-paths.ts";
import { measure } from "../../../charts/data/measures.ts";
import { inkIn } from "../../../charts/theme/theme.ts";
import { type Measured, probability, type Scenario } from "../../../engine/index.ts";
import { date, percent } from "../../../words/format.ts";
import { probabilityText } from "../../../words/probability-words.ts";
import { vendorName } from "../../../words/names.ts";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { uncertainty } from "./words.ts";
import { Sign } from "../../controls/sign.tsx";

interface Props {
  readonly scenario: Scenario;
  readonly runs: readonly Measured[];
  readonly tick: number;
}

/** For each vendor: is it still there, has it gained, does it sell at a loss; each with its own error. */
export function Odds({ scenario, runs, tick }: Props) {
  const say = useSection(uncertainty);
  const [lang, mode] = [useLanguage(), useMode()];
  const day = date(runs[0].dates[tick], lang);
  const vendors = Object.keys(scenario.vendors).filter((v) => sells(runs, v));
  const share = (v: string) => pathOf(measure("tokenShare"), v);
  const asks = [
    { head: say("survives"), of: (v: string) => holdsIn(runs, (m) => at(m, `vendors.${v}.alive`, tick) > 0.5) },
    { head: say("gains"), of: (v: string) => holdsIn(runs, (m) => at(m, share(v), tick) > (at(m, share(v), 0) || 0)) },
    { head: say("loses"), of: (v: string) => holdsIn(runs, (m) => at(m, `vendors.${v}.grossMargin`, tick) < 0) },
  ];
  return (
    <section className="page-section">
      <h2>{say("odds", { date: day })}</h2>
      <p className="note">{say("oddsIs", { n: runs.length })}</p>
      <ScrollTable
        label={say("odds", { date: day })}
        head={[say("vendor"), ...asks.map(({ head }) => head), say(areFew(runs.length) ? "shareOfFew" : "shareRange")]}
        kind="data odds"
      >
        {vendors.map((v) => {
          const ink = inkIn(scenario.vendors, v, mode);
          return (
            <tr key={v}>
              <th scope="row">
                <Sign ink={ink} width={14} /> {vendorName(scenario, v, lang)}
              </th>
              {asks.map(({ head, of }) => (
                <td key={head}>{probabilityText(of(v))}</td>
              ))}
              <td>{rangeText(runs.map((m) => at(m, share(v), tick) || 0))}</td>
            </tr>
          );
        })}
      </ScrollTable>
    </section>
  );
}

export const at = (m: Measured, path: string, tick: number): number => seriesOf(m, path)?.[tick] ?? NaN;

export const holdsIn = (runs: readonly Measured[], holds: (m: Measured) => boolean) =>
  probability(runs.filter(holds).length, runs.length);

const sells = (runs: readonly Measured[], v: string): boolean => {
  const share = seriesOf(runs[0], pathOf(measure("tokenShare"), v));
  return share !== undefined && lastTick(share) >= 0 && share.some((x) => x > 0);
};

const rangeText = (values: readonly number[]): string => middleOf(values).map(percent).join(" – ");
