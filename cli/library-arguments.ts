import type { Scenario } from "../engine/index.ts";
import { nearest } from "../engine/text/nearest.ts";
import { checkWhole } from "../workers/whole.ts";

/** Whether a value is an object that might hold named arguments. */
const isObject = (x: unknown): x is object => typeof x === "object" && x !== null && !Array.isArray(x);

/**
 * A misspelt name, or a number that is none, would be passed over in silence by whoever writes plain JavaScript.
 * @throws TypeError, RangeError
 */
export function checkOptions(where: string, given: unknown, valid: readonly string[]): void {
  if (!isObject(given)) throw new TypeError(`${where}: expected named arguments: ${valid.join(", ")}`);
  const wrong = Object.keys(given).find((name) => !valid.includes(name));
  if (wrong === undefined) return checkNumbers(where, given);
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
export const checkRuns = (where: string, runs: unknown, least = 1): void => checkWhole(`${where}: runs`, runs, least);

/** Options that are numbers, whoever takes them, with the least that each may be; a seed may be any text as well. */
const LEAST = { runs: 1, replications: 1, agents: 1, weeks: 1, replication: 0 } as const;

function checkNumbers(where: string, given: object): void {
  const { seed, ...options } = given as Readonly<Record<string, unknown>>;
  for (const [name, least] of Object.entries(LEAST))
    if (options[name] !== undefined) checkWhole(`${where}: ${name}`, options[name], least);
  if (seed === undefined || typeof seed === "string" || Number.isFinite(seed)) return;
  throw new RangeError(`${where}: seed ${String(seed)}: expected a number or a text`);
}
