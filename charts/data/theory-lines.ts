import {
  blendedCost,
  byToken,
  type Language,
  type NashPrices,
  productTokens,
  type Recording,
  say,
  type Text,
} from "../../engine/index.ts";
import type { ChartLine } from "./chart-line.ts";
import type { ChartTheme } from "../theme/theme.ts";

interface Options {
  readonly keep: (product: string) => boolean; // the basket
  readonly lang: Language;
  readonly theme: ChartTheme;
}

type Benchmark = "cartel" | "nash" | "cost";

const NAMES: Readonly<Record<Benchmark, { readonly label: Text; readonly title: Text; readonly dash: string }>> = {
  cartel: { label: { en: "cartel", zh: "卡特尔" }, title: { en: "Cartel price", zh: "卡特尔价" }, dash: "1.5 3" },
  nash: {
    label: { en: "static Nash", zh: "静态 Nash" },
    title: { en: "Static Nash price", zh: "静态 Nash 价" },
    dash: "5 3",
  },
  cost: { label: { en: "unit cost", zh: "单位成本" }, title: { en: "Unit cost", zh: "单位成本" }, dash: "none" },
};

/** A benchmark as every chart draws it: no vendor's colour, a dash of its own. */
export function theoryLine(id: Benchmark, values: Float64Array, { lang, theme }: Omit<Options, "keep">): ChartLine {
  return {
    id: `theory:${id}`,
    vendor: "",
    label: say(NAMES[id].label, lang),
    title: say(NAMES[id].title, lang),
    ink: { glyph: "hexagon", mark: theme.ink2, text: theme.ink2 },
    reference: false,
    dash: NAMES[id].dash,
    values,
  };
}

/**
 * What the prices of a basket are held against: long-run cost, static Nash, cartel, weighted by the day's tokens. Nash
 * and cartel hold from each day they were worked out to the next; where no equilibrium was found, Nash is the low end
 * of best replies. Without `nash` in the recording only cost is drawn.
 */
export function theoryLines(r: Recording, { keep, lang, theme }: Options): ChartLine[] {
  const goods = r.productIds.flatMap((id, j) => (keep(id) && byToken(r, j) ? [j] : []));
  const n = r.productIds.length;
  const cost = blendedCost(r);
  const tokens = productTokens(r);
  const days = dayByTick(r);
  const basket = (value: (t: number, j: number) => number) =>
    Float64Array.from(r.dates, (_, t) => {
      const on = goods.filter((j) => r.product.live[t * n + j] === 1 && Number.isFinite(value(t, j)));
      const all = on.reduce((sum, j) => sum + tokens[t * n + j], 0);
      return all > 0 ? on.reduce((sum, j) => sum + (tokens[t * n + j] / all) * value(t, j), 0) : NaN;
    });
  const line = (id: Benchmark, values: Float64Array) => theoryLine(id, values, { lang, theme });
  const costs = line(
    "cost",
    basket((t, j) => cost[t * n + j]),
  );
  if (!r.nash) return [costs];
  const at = (pick: (day: NashPrices) => Float64Array) => basket((t, j) => (days[t] ? pick(days[t])[j] : NaN));
  return [
    line(
      "cartel",
      at((d) => d.cartel),
    ),
    line(
      "nash",
      at((d) => d.low),
    ),
    costs,
  ];
}

/** The last day competition was priced, up to each tick. */
function dayByTick({ dates, nash = [] }: Recording): (NashPrices | undefined)[] {
  const out: (NashPrices | undefined)[] = Array.from({ length: dates.length });
  for (const day of nash) out.fill(day, day.tick);
  return out;
}
