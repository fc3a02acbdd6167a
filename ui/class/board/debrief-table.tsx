import type { BoardMarket, MarketDebrief } from "../../../engine/class/index.ts";
import { money, percent } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { useLanguage } from "../../store/preferences.ts";
import { facts } from "../connection.ts";
import { vendorOf } from "../says.ts";
import { classWords } from "../words.ts";
import { view } from "./board.ts";
import { reached } from "./charts.tsx";
import { mean } from "./course-lines.ts";

const WAYS = [
  ["own", "asPlayed", "profits"],
  ["nash", "nash", "theory"],
  ["cartel", "cartel", "theory"],
  ["best", "best", "best"],
] as const;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly sum?: boolean;
  value(way: keyof MarketDebrief): number | undefined;
}

/** Everybody next to theory, all teams at once; of many markets the wall gets one row each. */
export function DebriefTable({ full = false }: { readonly full?: boolean }) {
  const say = useSection(classWords);
  const lang = useLanguage();
  const { goal, currency } = useObservable(facts, (x) => x)!;
  const reveal = useObservable(view, (v) => v!.reveal);
  const rows = useRows(full);
  const ways = WAYS.filter(([, , step]) => full || reached(reveal, step));
  if (ways.length === 0) return null;
  const text = (x: number | undefined) =>
    x === undefined ? "…" : goal === "share" ? percent(x) : money(x, currency, lang);
  return (
    <section className="card wide" aria-label={say("ranking")}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              {say("team")} <small>{say(`goal_${goal}`)}</small>
            </th>
            {ways.map(([way, words]) => (
              <th key={way} scope="col">
                {say(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-own={row.sum || undefined}>
              <th scope="row">
                {row.name} <small>{row.note}</small>
              </th>
              {ways.map(([way]) => (
                <td key={way}>{text(row.value(way))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A row a team and one for their mean; on the wall, of several markets, only the means. */
function useRows(full: boolean): Row[] {
  const say = useSection(classWords);
  const lang = useLanguage();
  const known = useObservable(facts, (x) => x)!;
  const markets = useObservable(view, (v) => v!.markets);
  const { goal, seats } = known;
  const several = markets.length > 1;
  const arms = new Set(markets.map((m) => m.arm)).size;
  const name = (k: number) => say("market", { n: k + 1 });
  const team = (market: BoardMarket, k: number, vendor: string): Row => ({
    id: `${k}/${vendor}`,
    name: vendorOf(known, vendor, lang),
    note: [
      ...(several ? [name(k)] : []),
      ...(market.seats.find((s) => s.vendor === vendor)?.people.map((p) => p.name) ?? []),
    ].join(" · "),
    value: (way) => market.debrief?.[way]?.[vendor]?.[goal],
  });
  const all = (market: BoardMarket, k: number): Row => ({
    id: `${k}`,
    name: several ? name(k) : "",
    note: [say("mean"), ...(arms > 1 ? [say(market.label)] : [])].join(" · "),
    sum: full || !several,
    value(way) {
      const values = seats.map((vendor) => market.debrief?.[way]?.[vendor]?.[goal]);
      return values.includes(undefined) ? undefined : mean(values as number[]);
    },
  });
  return markets.flatMap((m, k) => [...(full || !several ? seats.map((vendor) => team(m, k, vendor)) : []), all(m, k)]);
}
