import { metrics, newRunCache, type Recording, type Scenario } from "../../engine/index.ts";
import { withLever } from "../../engine/scenario/levers.ts";
import { controlled } from "../../ui/store/controlled.ts";
import { distance, shareErrors } from "../../ui/store/preview-error.ts";
import { onDaysOf } from "../../ui/store/preview.ts";
import { simulate } from "./scenarios.ts";

/** Previews of one scenario, as they are made of a small run, beside the whole runs they stand for. */
export function previewsOf(base: Scenario, { agents, stride }: { agents: number; stride: number }, seed: string) {
  const cache = newRunCache();
  const whole = (scenario: Scenario) => simulate(scenario, { cache, seed });
  function small(scenario: Scenario): Recording {
    const coarse = {
      ...scenario,
      clock: { ...scenario.clock, tickDays: stride },
      demand: { ...scenario.demand, agents },
    } as Scenario;
    return onDaysOf(scenario, { scenario: coarse, recording: whole(coarse) }).recording;
  }
  const held = { whole: whole(base), small: small(base) };
  return { ...held, of: whole, smallOf: small, preview: (changed: Recording) => controlled({ ...held, changed }) };
}

export const shares = (r: Recording): Float64Array => metrics.get("tokenShare").compute(r);

/** The k-th of a row of places on levers, each in turn, spread over the whole of it. */
export function leverAt(scenario: Scenario, k: number, part: number): Scenario {
  const lever = scenario.levers[k % scenario.levers.length];
  const [low, high] = lever.range;
  return withLever(scenario, lever, lever.scale === "log" ? low * (high / low) ** part : low + (high - low) * part);
}

/** Whether each vendor's line of a preview lies within the error that is stated for it. */
export function linesWithin(made: ReturnType<typeof previewsOf>, moved: Scenario): boolean[] {
  const changed = made.smallOf(moved);
  const [truth, shown] = [shares(made.of(moved)), shares(made.preview(changed))];
  const n = changed.vendorIds.length;
  return shareErrors({ ...made, changed }).map((error, v) => distance(truth, shown, v, n) <= error);
}
