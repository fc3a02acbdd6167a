import type { Axis } from "../experiments/axis.ts";
import { readPath } from "../scenario/patch.ts";
import type { Text } from "../text/text.ts";
import { asSettings, axisParts, type Reading } from "./design-axes.ts";
import { failAt } from "./design-read.ts";

/** The axes of a list of points: one a name that any point sets, the k-th value of each the k-th point's. */
export function pointAxes(reading: Reading): Axis[] {
  const { file, root } = reading.design;
  const points = file.points!;
  if (file.parameters.length > 0)
    throw failAt(root, ["parameters"], {
      en: "say either parameters or points",
      zh: "parameters 与 points 只能写一个",
    });
  const names = [...new Set(points.flatMap((point) => Object.keys(point)))];
  if (names.length === 0) throw failAt(root, ["points"], { en: "the points set nothing", zh: "各点没有设定任何参数" });
  return names.map((name) => axisOf(name, points, reading));
}

type Points = readonly Readonly<Record<string, unknown>>[];

function axisOf(name: string, points: Points, reading: Reading): Axis {
  const { levers } = reading.own.scenario;
  const lever = levers.find(({ id }) => id === name);
  const parts = axisParts({ path: lever ? undefined : name, lever: lever && name, scale: undefined }, [], reading);
  const raw = readPath(reading.own.scenario, parts.path);
  const base = typeof raw === "number" || typeof raw === "string" ? raw : null;
  const saying = points.flatMap((point, k) => (Object.hasOwn(point, name) ? [k] : []));
  const given = asSettings(
    parts.path,
    saying.map((k) => points[k][name]),
    (i) => ["points", saying[i], name],
    reading,
  );
  const said = new Map(saying.map((k, i) => [k, given[i]]));
  const values = points.map((_, k) => {
    const value = said.get(k) ?? base;
    if (value !== null) return value;
    throw failAt(reading.design.root, ["points", k], missing(name));
  });
  return { ...parts, kind: "list", values, base };
}

const missing = (name: string): Text => ({
  en: `this point does not say ${name}, of which the scenario has no value`,
  zh: `这一点没有写 ${name}，而情景里也没有它的值`,
});
