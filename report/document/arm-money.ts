import { restatedScenario } from "../../engine/authoring.ts";
import { exchangeRate, explainRuns, isMoneyOutput, restated, type Scenario, withHosts } from "../../engine/index.ts";
import type { Arm } from "./arm.ts";

/** What one unit of an arm's money is in a currency: by its own rate, or by way of the subject's. */
function rateTo(currency: string, scenario: Scenario, subject: Scenario): number | null {
  const own = exchangeRate(scenario, { ...subject, currency, fx: {} });
  if (own !== null) return own;
  const [first, second] = [exchangeRate(scenario, subject), exchangeRate(subject, { ...subject, currency, fx: {} })];
  return first === null || second === null ? null : first * second;
}

/** An arm in a reader's money. Hosts of open weights are vendors that a run has and its scenario has not. */
export function armIn(currency: string, arm: Arm, subject: Scenario): Arm {
  const rate = rateTo(currency, arm.scenario, subject) ?? NaN; // there is one: it was asked before
  const scenario = withHosts(arm.scenario);
  if (arm.scenario.currency === currency) return { ...arm, scenario };
  const recordings = arm.recordings.map((r) => restated(r, rate));
  const { from, to } = arm.explanation;
  return {
    ...arm,
    scenario: restatedScenario(scenario, currency, rate),
    from: arm.from && restatedScenario(arm.from, currency, rate),
    recordings,
    explanation: explainRuns(recordings, { from, to }),
    money: { from: arm.scenario.currency, rate },
    causes: arm.causes && causesIn(arm.causes, rate),
    swings: arm.swings && swingsIn(arm.swings, rate),
  };
}

const causesIn = (causes: NonNullable<Arm["causes"]>, rate: number): Arm["causes"] =>
  isMoneyOutput(causes.output)
    ? {
        ...causes,
        causes: causes.causes.map((c) => ({ ...c, mean: c.mean * rate, low: c.low * rate, high: c.high * rate })),
      }
    : causes;

/** Ends of levers stay in the units that their labels have. */
const swingsIn = (swings: NonNullable<Arm["swings"]>, rate: number): Arm["swings"] => ({
  ...swings,
  values: swings.values.map((values, k) => (isMoneyOutput(swings.outputs[k]) ? values.map((x) => x * rate) : values)),
});
