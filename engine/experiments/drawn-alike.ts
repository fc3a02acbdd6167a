import { segmentsOf } from "../demand/demand-model.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** Whether one seed draws for the same agents at the same moments in both scenarios; otherwise it pairs nothing. */
export function drawnAlike(a: Scenario, b: Scenario): boolean {
  const drawn = (scenario: Scenario) => {
    const { clock, demand, typical = 0 } = scenario;
    const segments = Object.keys(segmentsOf(scenario));
    return JSON.stringify([
      demand.kind,
      demand.agents,
      clock.start,
      clock.tickDays,
      clock.burnInWeeks,
      segments,
      typical,
    ]);
  };
  return drawn(a) === drawn(b);
}
