import {
  type Headline,
  type Language,
  mean,
  metrics,
  type Recording,
  type Said,
  say,
  type Scenario,
  type Text,
  union,
} from "../engine/index.ts";
import { percent } from "./format.ts";
import { listPricesOf } from "./headline-words.ts";
import { together, vendorName } from "./names.ts";
import { capitalised } from "./sentence.ts";

interface Run {
  readonly scenario: Scenario;
  readonly recordings: readonly Recording[]; // replications: shares are means over them
  readonly headline: Headline;
}

const WORTH_SAYING = 0.005; // half a point of share

type Prices = Text | null; // null: nothing to say

const sharesMoved: Said<(name: string, to: string, from: string, prices: Prices) => string> = {
  en: (name, to, from, prices) =>
    `${name} ends with ${to} of the market, not ${from}${prices ? `; ${prices.en}` : ""}.`,
  zh: (name, to, from, prices) => `${name}期末份额为 ${to}，而不是 ${from}${prices ? `；${prices.zh}` : ""}。`,
};
const enters: typeof gone = {
  en: (name, share, prices) => `${name} enters and ends with ${share} of the market${prices ? `; ${prices.en}` : ""}.`,
  zh: (name, share, prices) => `${name}入场，期末份额为 ${share}${prices ? `；${prices.zh}` : ""}。`,
};
const gone: Said<(name: string, share: string, prices: Prices) => string> = {
  en: (name, share, prices) => `Without ${name}, which had ${share} of the market${prices ? `, ${prices.en}` : ""}.`,
  zh: (name, share, prices) => `没有了原占 ${share} 的${name}${prices ? `；${prices.zh}` : ""}。`,
};
const pricesAlone: Said<(prices: Prices) => string> = {
  en: (prices) => (prices ? `${capitalised(prices.en)}.` : "Next to nothing changes."),
  zh: (prices) => (prices ? `${prices.zh}。` : "几乎没有变化。"),
};

/** One sentence of what a change does: whose share at the end differs most, and how far prices fall instead. */
export function comparisonTitle(run: Run, baseline: Run, lang: Language): string {
  const most = widest(run.recordings, baseline.recordings);
  const prices = pricesInstead(run.headline, baseline.headline);
  if (!most || moved(most) < WORTH_SAYING) return say(pricesAlone, lang)(prices);
  const name = vendorName(together([run.scenario, baseline.scenario]), most.vendor, lang);
  if (most.from === null) return say(enters, lang)(name, percent(most.to ?? 0), prices);
  if (most.to === null) return say(gone, lang)(name, percent(most.from), prices);
  const [to, from] = apart(most.to, most.from);
  return say(sharesMoved, lang)(name, to, from, prices);
}

/** How list prices go, against how they went; null where people would read the same. */
function pricesInstead(run: Headline, { priceFall: baseFall }: Headline): Prices {
  const [a, b] = [course(run.priceFall), course(baseFall)];
  const of = listPricesOf(run);
  if (a.en === b.en) return null;
  const bothFall = a.en.startsWith("fall") && b.en.startsWith("fall");
  if (bothFall)
    return { en: `${of.en} ${a.en}, not ${percent(baseFall)}`, zh: `${of.zh}${a.zh}，而不是 ${percent(baseFall)}` };
  return { en: `${of.en} ${a.en} instead of ${b.ing}`, zh: `${of.zh}${a.zh}，而不是${b.zh}` };
}

function course(fall: number): Text & { readonly ing: string } {
  const far = percent(Math.abs(fall));
  if (far === percent(0)) return { en: "hold", ing: "holding", zh: "不变" };
  if (fall > 0) return { en: `fall ${far}`, ing: `falling ${far}`, zh: `跌 ${far}` };
  return { en: `rise ${far}`, ing: `rising ${far}`, zh: `涨 ${far}` };
}

/** Rounded as the page does, but never two different numbers as one. */
function apart(a: number, b: number): [string, string] {
  const [x, y] = [percent(a), percent(b)];
  return x === y ? [`${(100 * a).toFixed(1)}%`, `${(100 * b).toFixed(1)}%`] : [x, y];
}

/** A vendor's share at the end in either run; null where it is not there. */
interface Moved {
  readonly vendor: string;
  readonly to: number | null;
  readonly from: number | null;
}

const moved = ({ to, from }: Moved): number => Math.abs((to ?? 0) - (from ?? 0));

function widest(a: readonly Recording[], b: readonly Recording[]): Moved | null {
  const [here, there] = [lastShares(a), lastShares(b)];
  const rows = union([a[0].vendorIds, b[0].vendorIds]).map((vendor): Moved => ({
    vendor,
    to: here.get(vendor) ?? null,
    from: there.get(vendor) ?? null,
  }));
  return rows.toSorted((x, y) => moved(y) - moved(x))[0] ?? null;
}

function lastShares(runs: readonly Recording[]): Map<string, number> {
  const rows = runs.map((r) => metrics.get("tokenShare").compute(r).slice(-r.vendorIds.length));
  return new Map(runs[0].vendorIds.map((id, v) => [id, mean(rows.map((row) => row[v] || 0))]));
}
