import type { Scenario } from "../engine/index.ts";
import { nearest } from "../engine/text/nearest.ts";

/** Whether a value is an object that might hold named arguments. */
const isObject = (x: unknown): x is object => typeof x === "object" && x !== null && !Array.isArray(x);

/** A misspelt name would be passed over in silence by whoever writes plain JavaScript. @throws TypeError */
export function checkNames(where: string, given: unknown, valid: readonly string[]): void {
  if (!isObject(given)) throw new TypeError(`${where}: expected named arguments: ${valid.join(", ")}`);
  const wrong = Object.keys(given).find((name) => !valid.includes(name));
  if (wrong === undefined) return;
  const near = nearest(wrong, valid);
  const hint = near === null ? `; there are ${valid.join(", ")}` : `; did you mean “${near}”?`;
  throw new TypeError(`${where}: no argument “${wrong}”${hint}`);
}

export const isScenario = (x: unknown): x is Scenario => isObject(x) && "vendors" in x && "clock" in x;

/** Who writes plain JavaScript may pass an id, or forget `await`. @throws TypeError */
export function checkScenario(where: string, given: unknown): asserts given is Scenario {
  if (isScenario(given)) return;
  const named = typeof given === "string" ? `: await loadScenario(${JSON.stringify(given.slice(0, 80))})` : "";
  const forgot = given instanceof Promise ? "; is an await missing?" : "";
  throw new TypeError(`${where}: expected a scenario, as loadScenario gives it${named}${forgot}`);
}

/** How many runs were asked for. @throws RangeError */
export function checkRuns(where: string, runs: unknown, least = 1): void {
  if (typeof runs === "number" && Number.isSafeInteger(runs) && runs >= least) return;
  throw new RangeError(`${where}: runs ${String(runs)}: expected a whole number, at least ${least}`);
}
