import { fingerprint } from "../recording/fingerprint.ts";
import { patchScenario, readPath } from "../scenario/patch.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Axis, placesOf, type Setting, timesSetting } from "../experiments/axis.ts";
import type { Realise } from "../experiments/design.ts";
import type { OpenWith } from "./design-axes.ts";

/** A setting as `--set` would be given it: what is no number is YAML already. */
const asText = (value: Setting): string => (typeof value === "number" ? String(value) : value);

/** Every path an axis sets, with its text. */
function textsOf(axes: readonly Axis[], settings: readonly Setting[]): Record<string, string> {
  const out: Record<string, string> = {};
  axes.forEach((axis, d) => {
    for (const { path, times } of placesOf(axis)) out[path] = asText(timesSetting(settings[d], times));
  });
  return out;
}

/**
 * How settings become a scenario. Reading a file anew takes a tenth of a second, patching the scenario once read takes
 * none; but a number that others are formulas of must be read anew. So the ends of every axis are tried both ways, and
 * patching is used where it comes to the same.
 */
export function realiser(axes: readonly Axis[], open: OpenWith): Realise {
  if (axes.length === 0) {
    const { scenario } = open({});
    return () => scenario;
  }
  const first = axes.map(firstOf);
  const anew: Realise = (settings) => open(textsOf(axes, settings)).scenario;
  const base = anew(first);
  const parsed = new Map<string, unknown>();
  const patched: Realise = (settings) => patchScenario(base, valuesOf(axes, settings, parsed));
  const same = axes.every((axis, d) =>
    settingsOf(axis).every((setting) => {
      const settings = first.with(d, setting);
      const read = anew(settings);
      if (typeof setting !== "number")
        for (const { path } of placesOf(axis)) parsed.set(keyOf(path, setting), readPath(read, path));
      return fingerprint(read) === fingerprint(patchOrNull(patched, settings));
    }),
  );
  return same ? patched : anew;
}

const firstOf = (axis: Axis): Setting => (axis.kind === "list" ? axis.values[0] : axis.low);

/** The settings tried: the far end of a range (the near one is the base), all that is no number of a list. */
const settingsOf = (axis: Axis): readonly Setting[] =>
  axis.kind === "range"
    ? [axis.high]
    : axis.values.filter((v, k) => typeof v !== "number" || k === axis.values.length - 1);

const keyOf = (path: string, setting: Setting): string => `${path}=${setting}`;

function patchOrNull(patched: Realise, settings: readonly Setting[]): Scenario | null {
  try {
    return patched(settings);
  } catch {
    return null; // a path that exists only once it is set
  }
}

function valuesOf(
  axes: readonly Axis[],
  settings: readonly Setting[],
  parsed: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  axes.forEach((axis, d) => {
    const setting = settings[d];
    for (const { path, times } of placesOf(axis))
      out[path] = typeof setting === "number" ? setting * times : parsed.get(keyOf(path, setting));
  });
  return out;
}
