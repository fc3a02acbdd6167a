import { pathOf, seriesOf } from "../../../charts/data/series-paths.ts";
import { changeText, valueText } from "../../../charts/data/values.ts";
import { lastTick } from "../../../charts/data/chart-line.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import { measure } from "../../../charts/data/measures.ts";
import {
  type Language,
  type Measured,
  pairedDifference,
  type PairedDifference,
  type Said,
  say,
  type Scenario,
  type Text,
  union,
} from "../../../engine/index.ts";
import { points } from "../../../words/format.ts";
import { zhJoin } from "../../../words/punctuation.ts";
import { vendorName } from "../../../words/names.ts";
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

/** The last value of a series: a share of nothing is 0, so that who has left still has a place in the table. */
const lastOf = (m: Measured, path: string): number => {
  const series = seriesOf(m, path);
  if (!series) return NaN;
  const value = series[series.length - 1];
  return Number.isNaN(value) && lastTick(series) >= 0 ? 0 : value;
};

export function outcomesOf({ arms, runs }: Paired): Outcome[] {
  if (arms.length === 0 || runs[0].length < 2) return [];
  const vendors = union(arms.map(vendorsIn));
  const market = MARKET.map(([id, better]) => outcome(measure(id), "", better, runs));
  const shares = vendors.map((vendor) => outcome(measure("tokenShare"), vendor, "higher", runs));
  return [...market, ...shares.filter((o) => o.means.some((x) => x > 0))];
}

function outcome(of: Measure, vendor: string, better: Outcome["better"], runs: Paired["runs"]): Outcome {
  const path = pathOf(of, vendor);
  const ends = runs.map((arm) => arm.map((m) => lastOf(m, path)));
  const means = ends.map((x) => x.reduce((a, b) => a + b, 0) / x.length);
  const sign = better === "higher" ? 1 : -1;
  const order = means
    .flatMap((x, k) => (Number.isNaN(x) ? [] : [k])) // arms that have it
    .toSorted((a, b) => sign * (means[b] - means[a]));
  const best = order.filter((k) => means[k] === means[order[0]]);
  const second = order[best.length] ?? -1;
  const lead = second < 0 ? null : pairedDifference(ends[order[0]], ends[second]);
  return {
    id: path,
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

const shareOf = {
  en: (name: string) => `${name}, share of tokens`,
  zh: (name: string) => zhJoin(name, "的 token 份额"),
} satisfies Said<(name: string) => string>;

export function outcomeName({ measure: of, vendor }: Outcome, names: Scenario, lang: Language): string {
  if (vendor === "") return say(of.label, lang);
  const name = vendorName(names, vendor, lang);
  return say(shareOf, lang)(name);
}

/** A difference in the measure's own units, with its sign. */
export function differenceText(x: number, of: Measure, currency: string, lang: Language): string {
  if (of.format === "share") return points(x, lang);
  const text = valueText(x, { measure: of, currency, lang });
  return x > 0 ? `+${text}` : text;
}

export const valueOf = (x: number, of: Measure, currency: string, lang: Language): string =>
  valueText(x, { measure: of, currency, lang });

/** The certain outcome that differs most from A, in proportion: what the page says first. */
export function strongest(
  outcomes: readonly Outcome[],
): { outcome: Outcome; arm: number; up: boolean; size: Text } | null {
  const found = outcomes.flatMap((o) =>
    o.differences.flatMap((d, arm) =>
      d && d.low * d.high > 0
        ? [
            {
              outcome: o,
              arm,
              size: o.measure.format === "share" ? Math.abs(d.mean) * 3 : Math.abs(d.mean / (d.base || 1)),
              d,
            },
          ]
        : [],
    ),
  );
  const [most] = found.toSorted((a, b) => b.size - a.size);
  if (!most) return null;
  const { outcome: o, arm, d } = most;
  const context = (lang: Language) => ({ measure: o.measure, currency: "", lang });
  const relative = (lang: Language) =>
    o.measure.format === "share" ? points(d.mean, lang) : changeText(d.base + d.mean, d.base, context(lang));
  const size = (lang: Language) => relative(lang).replace(/^[+\u2212]/, "");
  return { outcome: o, arm, up: d.mean > 0, size: { en: size("en"), zh: size("zh") } };
}
