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
