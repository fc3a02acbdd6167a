/** A count that others are computed from: what is no number would be waited for without an end. @throws RangeError */
export function checkWhole(name: string, given: unknown, least: number): void {
  if (typeof given === "number" && Number.isSafeInteger(given) && given >= least) return;
  const shown = typeof given === "object" ? JSON.stringify(given) : String(given);
  throw new RangeError(`${name} ${shown.slice(0, 80)}: expected a whole number, at least ${least}`);
}
