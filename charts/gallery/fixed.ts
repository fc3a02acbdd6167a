import { dayNumber, isoDate } from "../../engine/index.ts";
import type { ChartLine } from "../data/chart-line.ts";
import type { FreeLane } from "../data/free-lanes.ts";
import type { Lane, LanePoint } from "../data/lanes.ts";
import { inkOf, type Mode } from "../theme/theme.ts";

/** Numbers no model made, for pictures that change only when the drawing does. */

const DAYS = 184;
export const DATES: readonly string[] = Array.from({ length: DAYS }, (_, t) => isoDate(dayNumber("2024-04-01") + t));
const VENDORS = ["deepseek", "bytedance", "alibaba", "baidu", "zhipu", "iflytek"];
const NAMES = ["DeepSeek", "ByteDance", "Alibaba", "Baidu", "Zhipu", "iFlytek"];

const overTime = (value: (t: number) => number): Float64Array =>
  Float64Array.from({ length: DAYS }, (_, t) => value(t));

/** A wave without sines, whose last bits differ between machines: a triangle of a period. */
const wave = (t: number, period: number): number => Math.abs(((t % period) / period) * 4 - 2) - 1;

function line(k: number, mode: Mode, values: Float64Array, more: Partial<ChartLine> = {}): ChartLine {
  return {
    id: VENDORS[k],
    vendor: VENDORS[k],
    label: NAMES[k],
    title: NAMES[k],
    ink: inkOf(VENDORS[k], k, mode),
    reference: false,
    values,
    ...more,
  };
}

/** Prices in steps; iFlytek's goes free in June. */
export const prices = (mode: Mode): ChartLine[] =>
  VENDORS.map((_, k) =>
    line(
      k,
      mode,
      overTime((t) => (k === 0 && t < 35 ? NaN : k === 5 && t >= 70 ? 0 : t < 44 + 4 * k ? 30 - 4 * k : 8 - k)),
      { baseline: overTime((t) => (k === 0 && t < 35 ? NaN : 30 - 4 * k)) },
    ),
  );

export const freeLanesFixed = (mode: Mode): FreeLane[] => [
  {
    vendor: "iflytek",
    name: "iFlytek",
    products: "Spark Lite",
    brief: "1 product",
    ink: inkOf("iflytek", 5, mode),
    spans: [{ from: 70, to: DAYS - 1 }],
    was: 10,
  },
];

/** Shares with a ghost and a band; two lead, four follow. */
export const shares = (mode: Mode): ChartLine[] =>
  [0.04, 0.5, 0.2, 0.14, 0.07, 0.03].map((level, k) => {
    const values = overTime((t) => level * (1 + 0.1 * wave(t, 60 + 10 * k)) + (k === 1 ? t * 0.0004 : 0));
    return line(k, mode, values, {
      baseline: values.map(() => level),
      low: values.map((x) => x * 0.94),
      high: values.map((x) => x * 1.06),
    });
  });

/** Forty runs of one series. */
export const runsOfOne = (): Float64Array[] =>
  Array.from({ length: 40 }, (_, r) =>
    overTime((t) => 0.2 + 0.0006 * t + (0.03 * (r - 20) * t) / (20 * DAYS) + 0.004 * wave(t + 13 * r, 37)),
  );

const point = (k: number, tick: number, kind: LanePoint["kind"], text: string): LanePoint => ({
  id: `${VENDORS[k]}@${DATES[tick]}`,
  vendor: VENDORS[k],
  tick,
  date: DATES[tick],
  kind,
  moves: [
    {
      product: `${VENDORS[k]}.p`,
      from: kind === "launch" ? null : { input: 10, output: 20 },
      to: { input: 2, output: 4 },
      meter: "token",
    },
  ],
  texts: [text],
});

/** A cascade: a launch, then each vendor's answer some days later; one sells below cost. */
export const lanes = (mode: Mode): Lane[] =>
  VENDORS.map((vendor, k) => ({
    vendor,
    name: NAMES[k],
    title: NAMES[k],
    ink: inkOf(vendor, k, mode),
    points: [
      point(
        k,
        35 + 5 * k,
        k === 0 ? "launch" : k === 3 ? "set" : "reaction",
        k === 0 ? "launch at 1.25" : `${10 + k} → ${2 + k}`,
      ),
    ],
    ghosts: k === 3 ? [point(k, 90, "reaction", "12 → 5")] : [],
    margin: overTime((t) => (t < 35 + 5 * k ? 0.6 : k === 2 ? -0.2 : 0.25)),
  }));
