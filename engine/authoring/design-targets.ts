import { parseOutput } from "../experiments/outputs.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import { failAt, type OpenDesign } from "./design-read.ts";
import { boundsOf, seriesOf } from "./output-bounds.ts";
import { toNumber } from "./quantity.ts";

/** One observed number. */
export interface Target {
  readonly output: string;
  readonly series: string | null; // the series it is a point of
  readonly observed: number;
  readonly scale: number; // a miss of this size counts as 1
  readonly measured: boolean; // whether that size is the file's own, a standard deviation
  readonly holdout: boolean;
}

const USUAL_SCALE = 0.1; // of the observed value, where a target gives no sd

type Path = readonly (string | number)[];

/** Every observed number; a series is one target a date, gaps left out. @throws ScenarioErrors, located. */
export function readTargets(design: OpenDesign, scenario: Scenario): Target[] {
  const { file, root } = design;
  if (file.targets.length === 0)
    throw failAt(root, [], { en: "calibrate needs targets", zh: "calibrate 需要 targets" });
  const all = file.targets.flatMap(({ output, series, value, points, sd, holdout }, k): Target[] => {
    const one = (id: string, raw: unknown, at: Path, of: string | null): Target => {
      const number = (given: unknown, place: Path) => readAs(id, given, { design, scenario, at: place });
      const observed = number(raw, at);
      const scale = sd === undefined ? Math.abs(observed) * USUAL_SCALE || 1 : number(sd, ["targets", k, "sd"]);
      if (!(scale > 0)) throw failAt(root, ["targets", k, "sd"], { en: "expected more than 0", zh: "应大于 0" });
      return { output: id, series: of, observed, scale, measured: sd !== undefined, holdout };
    };
    if (output !== undefined && value !== undefined) return [one(output, value, ["targets", k, "value"], null)];
    if (series === undefined || !points) throw failAt(root, ["targets", k], FORMS);
    return Object.entries(points).flatMap(([day, raw]) =>
      raw === null ? [] : [one(`${series}@${day}`, raw, ["targets", k, "points", day], series)],
    );
  });
  if (all.some((t) => !t.holdout)) return all;
  throw failAt(root, ["targets"], all.length === 0 ? ONLY_GAPS : ALL_HELD);
}

const FORMS: Text = {
  en: "a target is {output, value}, {series, points: {date: value}} or {series, file: observed.csv}",
  zh: "target 应写作 {output, value}、{series, points: {日期: 值}} 或 {series, file: observed.csv}",
};
const ONLY_GAPS: Text = { en: "no target has a value", zh: "没有任何 target 有取值" };
const ALL_HELD: Text = {
  en: "every target is held out; nothing is left to fit",
  zh: "所有 target 都被留作检验，没有可用于拟合的",
};

/** A value of an output as people write it, with its unit or without: what no run can come to is refused. */
export function readAs(
  id: string,
  raw: unknown,
  { design, scenario, at }: { readonly design: OpenDesign; readonly scenario: Scenario; readonly at: Path },
): number {
  const wrong: Text[] = [];
  const { currency, fx, parameters } = scenario;
  const context = { money: { currency, fx }, parameters, clock: null, records: new Map(), doubts: new Map() };
  const value = toNumber(raw, { unit: unitOf(id), bounds: boundsOf(id), context }, (text) => wrong.push(text));
  if (value !== undefined) return value;
  throw failAt(design.root, at, wrong[0]);
}

/** A sum over weeks has no week in its unit. */
function unitOf(id: string): string {
  const unit = seriesOf(id)?.unit ?? "1";
  return parseOutput(id)?.over === "sum" ? unit.replace(/\/week$/, "") : unit;
}
