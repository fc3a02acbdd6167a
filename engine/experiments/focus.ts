import { segmentsOf } from "../demand/demand-model.ts";
import { asRun } from "../mechanisms/as-run.ts";
import { findSeries, parsePath } from "../metrics/lookup.ts";
import type { Entity } from "../recording/series.ts";
import { parsePeriod, type Period } from "../scenario/periods.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { present } from "./arms.ts";
import { parseOutput } from "./outputs.ts";

/**
 * What somebody wants to know of a market: who, what and when. It is an output taken apart, and is written as one:
 * `vendors.zhipu.tokenShare@2024-12-31`.
 */
export interface Focus {
  readonly entity: Entity;
  readonly id: string; // empty for the market
  readonly name: string; // of a series
  readonly when: string; // a date, a month, `from..to`; empty: the end
}

const GROUPS: Readonly<Record<Entity, string>> = {
  market: "market",
  vendor: "vendors",
  product: "products",
  segment: "segments",
};

/** Null for a text that is no output of a series, on a day or as a mean over some. */
export function focusOf(output: string): Focus | null {
  const { path, over, period } = parseOutput(output) ?? {};
  const at = path ? parsePath(path) : null;
  if (!at || !findSeries(at) || over !== (lasts(period) ? "mean" : "end")) return null;
  const from = output.indexOf("@");
  return { ...at, when: from < 0 ? "" : output.slice(from + 1) };
}

const lasts = (period: Period | null | undefined): boolean => !!period && period.from < period.to;

/** Whether a focus is about several days, as their mean. */
export const isSpan = ({ when }: Pick<Focus, "when">): boolean => when !== "" && lasts(parsePeriod(when));

const focusPath = ({ entity, id, name }: Omit<Focus, "when">): string =>
  [GROUPS[entity], id, name].filter(Boolean).join(".");

/** Of several days it is their mean, whether the series flows or stands. */
export function outputOf(focus: Focus): string {
  if (focus.when === "") return focusPath(focus);
  return `${focusPath(focus)}${isSpan(focus) ? ":mean" : ""}@${focus.when}`;
}

/** What is told beside a focus, of the same somebody at the same time: the few numbers that a decision hangs on. */
const TOLD: Readonly<Record<Entity, readonly string[]>> = {
  market: ["priceIndex", "tokens", "consumerSurplus", "vendorProfit", "hhi"],
  vendor: ["tokenShare", "revenueShare", "grossMargin", "revenue", "cash"],
  product: ["priceInput", "priceOutput", "paidPrice", "users", "revenue"],
  segment: ["users", "tokens", "spend", "surplus", "segmentMargin"],
};

/** The focus, and what is told beside it, as outputs. */
export function outputsTold(focus: Focus): string[] {
  const others = TOLD[focus.entity].filter((name) => name !== focus.name);
  return [focus.name, ...others].map((name) => outputOf({ ...focus, name }));
}

/** Everybody of a kind in a scenario; the market itself has no name. */
export function namesOf(scenario: Scenario, entity: Entity): string[] {
  if (entity === "market") return [""];
  if (entity === "segment") return Object.keys(segmentsOf(scenario));
  const { vendors } = asRun(scenario);
  if (entity === "vendor") return Object.keys(vendors);
  return Object.entries(vendors).flatMap(([v, { products }]) => Object.keys(products).map((p) => `${v}.${p}`));
}

/** The focus as far as a scenario has it: on its days, or at its end; null where it has not whom it is about. */
export function fitted(focus: Focus, scenario: Scenario): Focus | null {
  if (!present(scenario, outputOf(focus))) return null;
  const period = parsePeriod(focus.when);
  const { start, end } = scenario.clock;
  return !period || period.to < start || period.from > end || (!isSpan(focus) && period.to >= end)
    ? { ...focus, when: "" }
    : focus;
}
