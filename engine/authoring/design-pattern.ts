import { meterOf } from "../compile/products.ts";
import type { Axis } from "../experiments/axis.ts";
import { METER_IDS } from "../price.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { failAt, type OpenDesign } from "./design-read.ts";
import type { AxisEntry } from "./design-file.ts";

/** Whether a path means several places: a star stands for every name there, a factor for all numbers below it. */
export const isPattern = (path: string, scale: AxisEntry["scale"]): boolean =>
  scale === "factor" || path.split(".").includes("*");

interface Asked {
  readonly design: OpenDesign;
  readonly own: { readonly scenario: Scenario };
  readonly at: readonly (string | number)[];
}

/** Every place a pattern means, each with what it is set to for a setting of 1. @throws where there is none. */
export function leavesOf(pattern: string, scale: AxisEntry["scale"], { design, own, at }: Asked): Axis["also"] {
  const { scenario } = own;
  const places = placesOf(scenario, pattern.split("."), "");
  const factor = scale === "factor";
  const leaves = places.flatMap(({ path, value }) => (factor ? numbersBelow(path, value) : [{ path, times: 1 }]));
  if (leaves.length > 0) return factor ? leaves.flatMap((leaf) => asWritten(leaf, scenario)) : leaves;
  throw failAt(design.root, [...at, "path"], {
    en: `“${pattern}” leads to no number of the scenario`,
    zh: `“${pattern}”在情景中不指向任何数`,
  });
}

interface Found {
  readonly path: string;
  readonly value: unknown;
}

const below = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/** Names may hold dots: as many steps as a key has belong to it. */
function placesOf(value: unknown, steps: readonly string[], path: string): Found[] {
  if (steps.length === 0) return [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (steps[0] === "*") return placesOf(child, steps.slice(1), below(path, key));
    const parts = key.split(".");
    return parts.every((part, k) => part === steps[k])
      ? placesOf(child, steps.slice(parts.length), below(path, key))
      : [];
  });
}

function numbersBelow(path: string, value: unknown): { path: string; times: number }[] {
  if (typeof value === "number") return [{ path, times: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => numbersBelow(below(path, key), child));
}

/** Subscriptions and video have one price in a file, by the month or the second; read, it is one of input. */
function asWritten({ path, times }: { path: string; times: number }, scenario: Scenario): Axis["also"] {
  const [, vendor, product, meter] = /^vendors\.([^.]+)\.products\.(.+)\.price\.(\w+)$/.exec(path) ?? [];
  const arena = scenario.vendors[vendor]?.products[product]?.arena;
  if (arena === undefined || !METER_IDS.includes(meter as never)) return [{ path, times }];
  const billed = meterOf(scenario, arena);
  if (billed === "token") return [{ path, times }];
  const price = path.slice(0, -meter.length);
  if (meter !== "input") return [];
  return [
    billed === "month"
      ? { path: `${price}month`, times: (times * 365) / 12 / 7 }
      : { path: `${price}second`, times: times / 1e6 },
  ];
}
