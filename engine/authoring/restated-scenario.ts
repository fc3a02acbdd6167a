import type { Scenario } from "../scenario/scenario.ts";
import { unitOfPath } from "./path-units.ts";

/**
 * A scenario to read, with the money of its vendors and events in another currency, `rate` of it for one of its own.
 * For words beside restated recordings, never to be run: tastes, rules and levers keep the money they were written in.
 */
export function restatedScenario(s: Scenario, currency: string, rate: number): Scenario {
  if (rate === 1) return s;
  const { [currency]: _gone, ...others } = s.fx;
  const fx = Object.fromEntries(Object.entries(others).map(([code, x]) => [code, x * rate]));
  return {
    ...s,
    currency,
    fx: { ...fx, [s.currency]: rate },
    vendors: restated(s.vendors, "vendors", rate),
    events: restated(s.events, "events", rate),
  };
}

/** Every number below a path whose unit is money, times a rate. */
function restated<T>(value: T, path: string, rate: number): T {
  if (typeof value === "number") return (isMoney(path) ? value * rate : value) as T;
  if (Array.isArray(value)) return value.map((x, k) => restated(x, `${path}.${k}`, rate)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, x]) => [k, restated(x, `${path}.${k}`, rate)])) as T;
}

/** What an event posts is money by its name: one field is of several kinds of event. */
const POSTED = /^events\.\d+\.((perMtok|input|output|spend)$|(.+\.)?price\.)/;

const isMoney = (path: string): boolean => POSTED.test(path) || unitOfPath(path).startsWith("money");
