import type { Run } from "../../charts/data/lines-of.ts";
import { isoDate, type Move, type NashPrices, RECORDED, type Recording } from "../../engine/index.ts";
import { library, simulate } from "./scenarios.ts";

const DAYS = 120;

/** What most markets have nothing of: taxes, tariffs, plans. */
const RARE: ReadonlySet<string> = new Set(RECORDED.filter(({ rare }) => rare).map(({ id }) => id));

/**
 * A run drawn by hand, for pictures: the shape of a recording with numbers that no model made, so that a picture
 * changes only when the drawing does. ByteDance halves its price on day 40, Baidu gives ERNIE Lite away on day 60.
 */
export function drawnRun(tilt = 0): Run {
  const scenario = library("china-2024", { "demand.agents": 50, "clock.end": "2024-07-29", "clock.burnInWeeks": 1 });
  const shape = simulate(scenario);
  const { productIds } = shape;
  const fill = (column: Float64Array, value: (t: number, k: number) => number) => {
    const width = column.length / DAYS;
    return column.map((_, at) => value(Math.floor(at / width), at % width));
  };
  const columns = <K extends string>(
    group: Readonly<Record<K, Float64Array>>,
    value: (t: number, k: number) => number,
  ) =>
    Object.fromEntries(
      Object.entries<Float64Array>(group).map(([name, column]) => [
        name,
        RARE.has(name) ? fill(column, () => 0) : fill(column, value),
      ]),
    ) as Record<K, Float64Array>;
  const priceOf = (t: number, j: number) => {
    if (productIds[j] === "bytedance.doubao-pro" && t >= 40) return 6;
    if (productIds[j] === "baidu.ernie-lite" && t >= 60) return 0;
    return 4 + 2 * j;
  };
  // Few are large, many are small.
  const wave = (t: number, k: number) => 4000 / (1 + k * k) + (k % 3) * (t / 9) + tilt * (t / 9);
  const live = fill(shape.product.live, (t, j) =>
    Number(productIds[j] !== "openai.gpt-4-turbo" && (productIds[j] !== "deepseek.v2" || t >= 35)),
  );
  const recording: Recording = {
    ...shape,
    dates: Array.from({ length: DAYS }, (_, t) => isoDate(19_814 + t)),
    product: {
      ...columns(shape.product, wave),
      live,
      priceInput: fill(live, priceOf),
      priceOutput: fill(live, priceOf),
    },
    vendor: {
      ...columns(shape.vendor, wave),
      costOfRevenue: fill(shape.vendor.costOfRevenue, (t, v) => (v === 3 && t > 60 ? 500 : 80 + v)),
    },
    segment: columns(shape.segment, wave),
    market: columns(shape.market, wave),
    nash: [0, 28].map((tick) => drawnNash(tick, productIds.length)),
    moves: [move(productIds, "bytedance.doubao-pro", 40, 14, 6), move(productIds, "baidu.ernie-lite", 60, 30, 0)],
  };
  return { scenario, recording };
}

const drawnNash = (tick: number, n: number): NashPrices => ({
  tick,
  price: new Float64Array(n).fill(5),
  low: new Float64Array(n).fill(5),
  cartel: new Float64Array(n).fill(90),
  foreseen: new Float64Array(n).fill(4),
  converged: true,
  gain: 0.2 - tick / 100,
  living: 1 - tick / 100,
  livingWithoutNew: 1 - tick / 200,
});

const move = (ids: readonly string[], product: string, tick: number, from: number, to: number): Move => ({
  tick,
  product: ids.indexOf(product),
  from: { input: from, output: from },
  to: { input: to, output: to },
  rule: to === 0 ? "event" : "follow",
  because: "drawn",
});
