import { ticks as plainTicks } from "d3";
import { type Axis, type Language, say, type Sensitivity } from "../../engine/index.ts";
import { atSetting, axisName, settingText } from "../../words/axis-words.ts";
import { number } from "../../words/format.ts";
import { endsOf } from "./sweep-data.ts";

/** A sensitivity as bars from the strongest down, and as a table. */
interface TornadoBars {
  readonly bars: readonly TornadoBar[];
  readonly origin: number;
  readonly originText: string;
  readonly ticks: readonly OutcomeTick[]; // of the outcome's axis
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Words {
  readonly lang: Language;
  readonly show: (x: number) => string; // a value of the output
}

const plain = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(6))) : "");
const widest = (bars: readonly TornadoBar[]): TornadoBar[] =>
  bars.filter((b) => Number.isFinite(b.to)).toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));

/** Swings run from end to end; effects and indices from nothing, with their bootstrap interval. */
export function tornadoBars(found: Sensitivity, axes: readonly Axis[], words: Words): TornadoBars {
  const named = axes.map((axis) => ({ id: axis.path, name: axisName(axis, words.lang) }));
  if (found.kind === "swings") {
    const origin = found.axes[0]?.base ?? NaN;
    const bars = found.axes.map(({ low, high }, d) => {
      const [a, b] = endsOf(axes[d]);
      const text = (x: number, end: Parameters<typeof settingText>[0]) =>
        say(atSetting, words.lang)(words.show(x), settingText(end));
      return { ...named[d], from: low, to: high, fromText: text(low, a), toText: text(high, b) };
    });
    const rows = found.axes.map(({ base, low, high }, d) => [named[d].name, ...[low, base, high].map(plain)]);
    const ticks = outcomeTicks(bars, origin, words.show);
    return { bars: widest(bars), origin, originText: words.show(origin), ticks, heads: ["low", "base", "high"], rows };
  }
  if (found.kind === "elementary-effects") {
    const bars = found.axes.map(({ muStar }, d) => ({
      ...named[d],
      from: 0,
      to: muStar.value,
      fromText: "",
      toText: words.show(muStar.value),
      interval: [muStar.low, muStar.high] as const,
    }));
    const rows = found.axes.map(({ muStar, mu, sigma }, d) => [
      named[d].name,
      ...[muStar.value, muStar.low, muStar.high, mu, sigma].map(plain),
    ]);
    const heads = ["μ*", "2.5%", "97.5%", "μ", "σ"];
    return { bars: widest(bars), origin: 0, originText: "μ*", ticks: [], heads, rows };
  }
  const bars = found.axes.map(({ first, total }, d) => ({
    ...named[d],
    from: 0,
    to: Math.max(0, total.value),
    inner: Math.max(0, first.value),
    fromText: "",
    toText: number(total.value, 2),
    interval: [total.low, total.high] as const,
  }));
  const rows = found.axes.map(({ first, total }, d) => [
    named[d].name,
    ...[total.value, total.low, total.high, first.value, first.low, first.high].map(plain),
  ]);
  return {
    bars: widest(bars),
    origin: 0,
    originText: "0",
    ticks: [],
    heads: ["ST", "ST 2.5%", "ST 97.5%", "S1", "S1 2.5%", "S1 97.5%"],
    rows,
  };
}

/** One parameter's bar: from where to where, what stands at its ends, and its interval. */
export interface TornadoBar {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly fromText: string;
  readonly toText: string;
  readonly interval?: readonly [number, number];
  readonly inner?: number; // end of a darker bar inside: alone, without interactions
}

/** A mark of the axis that bars are read on. */
export interface OutcomeTick {
  readonly value: number;
  readonly label: string;
}

const TICKS = 5;

/** Round values of the outcome between the outermost ends. */
export function outcomeTicks(
  bars: readonly TornadoBar[],
  origin: number,
  show: (x: number) => string,
): readonly OutcomeTick[] {
  const ends = [origin, ...bars.flatMap((b) => [b.from, b.to])].filter(Number.isFinite);
  return plainTicks(Math.min(...ends), Math.max(...ends), TICKS).map((value) => ({ value, label: show(value) }));
}
