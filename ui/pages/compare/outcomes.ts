import { seriesOf } from "../../../charts/data/series-paths.ts";
import { changeText, valueText } from "../../../charts/data/values.ts";
import { lastTick } from "../../../charts/data/chart-line.ts";
import { measureOfFocus } from "../../../charts/data/focus-measure.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import {
  type Focus,
  focusOf,
  type Language,
  type Measured,
  measuredOutput,
  outputOf,
  outputsTold,
  parseOutput,
  pairedDifference,
  type PairedDifference,
  type Scenario,
  type Text,
  union,
} from "../../../engine/index.ts";
import { points } from "../../../words/format.ts";
import { focusName } from "../../../words/focus-words.ts";
import { type Paired, vendorsIn } from "../../parts/paired.ts";

/** One row of the table of outcomes: where each scenario ends, and which ends best. */
export interface Outcome {
  readonly id: string;
  readonly measure: Measure;
  readonly vendor: string; // "" for the market
  readonly better: "lower" | "less" | "higher";
  readonly means: readonly number[]; // by arm; NaN: it has none
  readonly differences: readonly (PairedDifference | null)[]; // from A; null for A itself, and where either has none
  readonly best: readonly number[]; // arms, several where they tie; none where all are equal
  readonly second: number; // the best of the others
  readonly lead: PairedDifference | null; // best less second; null where all are equal, or one arm alone has it
  readonly certain: boolean; // the interval of the lead leaves out 0, and the lead shows in the digits said
}

const MARKET = [
  ["priceIndex", "lower"],
  ["unitValue", "lower"],
  ["tokens", "higher"],
  ["consumerSurplus", "higher"],
  ["vendorProfit", "higher"],
  ["hhi", "less"],
] as const;

/** A series on the days asked about: a share of nothing is 0, so that who has left still has a place in the table. */
const valueOn = (m: Measured, output: string): number => {
  const value = measuredOutput(m, output);
  const { path } = parseOutput(output)!;
  return Number.isNaN(value) && lastTick(seriesOf(m, path!) ?? []) >= 0 ? 0 : value;
};

interface Row {
  readonly output: string;
  readonly measure: Measure;
  readonly vendor: string; // "" for the market
  readonly better: Outcome["better"];
}

/** The market and its vendors on the days asked about; before them what decides about who is asked about. */
export function outcomesOf({ arms, runs }: Paired, asked: Focus | null = null): Outcome[] {
  if (arms.length === 0 || runs[0].length < 2) return [];
  const when = asked?.when ?? "";
  const vendors = union(arms.map(vendorsIn));
  const market = MARKET.flatMap(([name]) => rowOf({ entity: "market", id: "", name, when }));
  const shares = vendors.flatMap((id) => rowOf({ entity: "vendor", id, name: "tokenShare", when }));
  const own = asked ? outputsTold(asked).flatMap((output) => rowOf(focusOf(output)!)) : [];
  const first = own.map((row) => outcome(row, runs)).filter(({ means }) => means.some(Number.isFinite));
  const told = new Set(first.map(({ id }) => id));
  const others = [...market, ...shares].filter(({ output }) => !told.has(output)).map((row) => outcome(row, runs));
  return [...first, ...others.filter((o) => o.vendor === "" || o.means.some((x) => x > 0))];
}

/** Of products and segments no series is kept. */
function rowOf(of: Focus): Row[] {
  const shown = of.entity === "vendor" || of.entity === "market" ? measureOfFocus(of) : undefined;
  const [, better] = MARKET.find(([id]) => id === of.name) ?? [of.name, "higher"];
  return shown ? [{ output: outputOf(of), measure: shown, vendor: of.id, better }] : [];
}

function outcome(row: Row, runs: Paired["runs"]): Outcome {
  const { output, measure: of, vendor, better } = row;
  const ends = runs.map((arm) => arm.map((m) => valueOn(m, output)));
  const means = ends.map((x) => x.reduce((a, b) => a + b, 0) / x.length);
  const sign = better === "higher" ? 1 : -1;
  const order = means
    .flatMap((x, k) => (Number.isNaN(x) ? [] : [k])) // arms that have it
    .toSorted((a, b) => sign * (means[b] - means[a]));
  const best = order.filter((k) => means[k] === means[order[0]]);
  const second = order[best.length] ?? -1;
  const lead = second < 0 ? null : pairedDifference(ends[order[0]], ends[second]);
  return {
    id: output,
    measure: of,
    vendor,
    better,
    means,
    differences: ends.map((x, k) =>
      k === 0 || Number.isNaN(means[k]) || Number.isNaN(means[0]) ? null : pairedDifference(x, ends[0]),
    ),
    best: lead ? best : [],
    second,
    lead,
    certain: lead !== null && lead.low * lead.high > 0 && shows(lead.mean, of),
  };
}

/** Whether a difference is more than 0.0 in the digits it is said with. */
const shows = (gap: number, of: Measure): boolean => /[1-9]/.test(differenceText(gap, of, "USD", "en"));

export const outcomeName = ({ id }: Outcome, names: Scenario, lang: Language): string =>
  focusName({ ...focusOf(id)!, when: "" }, names, lang);

/** A difference in the measure's own units, with its sign. */
export function differenceText(x: number, of: Measure, currency: string, lang: Language): string {
  if (of.format === "share") return points(x, lang);
  const text = valueText(x, { measure: of, currency, lang });
  return x > 0 ? `+${text}` : text;
}

export const valueOf = (x: number, of: Measure, currency: string, lang: Language): string =>
  valueText(x, { measure: of, currency, lang });

/** A difference that is beyond doubt, of one arm from A. */
interface Found {
  readonly outcome: Outcome;
  readonly arm: number;
  readonly up: boolean;
  readonly size: Text;
}

/** The certain outcome that differs most from A, in proportion: what the page says first. */
export function strongest(outcomes: readonly Outcome[]): Found | null {
  const found = outcomes.flatMap((o) =>
    o.differences.flatMap((d, arm) =>
      d && d.low * d.high > 0
        ? [{ outcome: o, arm, d, size: isPart(o) ? Math.abs(d.mean) * 3 : Math.abs(d.mean / (d.base || 1)) }]
        : [],
    ),
  );
  const [most] = found.toSorted((a, b) => b.size - a.size);
  return most ? told(most.outcome, most.arm, most.d) : null;
}

/** What was asked about, of the arm that differs most from A beyond doubt; null: of none it does. */
export const differing = (outcome: Outcome): Found | null =>
  strongest([
    { ...outcome, differences: outcome.differences.map((d) => (d && shows(d.mean, outcome.measure) ? d : null)) },
  ]);

const isPart = ({ measure: of }: Outcome): boolean => of.format === "share";

function told(outcome: Outcome, arm: number, d: PairedDifference): Found {
  const { measure: of } = outcome;
  const relative = (lang: Language) =>
    isPart(outcome) ? points(d.mean, lang) : changeText(d.base + d.mean, d.base, { measure: of, currency: "", lang });
  const size = (lang: Language) => relative(lang).replace(/^[+\u2212]/, "");
  return { outcome, arm, up: d.mean > 0, size: { en: size("en"), zh: size("zh") } };
}
