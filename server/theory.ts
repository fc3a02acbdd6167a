import { type ClassPlan, courses, type TheoryPrices } from "../engine/class/index.ts";
import { gameScenario, unpriced } from "../engine/game/index.ts";
import type { Runner } from "../workers/runner.ts";

/** Prices of the seats, were they set by theory, in a market of one arm where nobody has decided anything. */
export async function theoryPrices(
  runner: Runner,
  plan: ClassPlan,
  arm: number,
  signal: AbortSignal,
): Promise<TheoryPrices> {
  const base = plan.arms[arm].scenario;
  const { quarters, seed, seats } = plan.setup;
  const scenario = unpriced(gameScenario(base, { setup: { ...plan.setup, base: base.id }, rounds: [] }));
  const priced = async (pricing: "nash" | "cartel") => {
    const recording = await runner.run({ scenario, seed, pricing }, { signal });
    const all = courses(scenario, recording, quarters);
    const of = seats.map(({ vendor }) => all[vendor].price.slice(1));
    return Array.from({ length: quarters }, (_, k) => of.reduce((sum, price) => sum + price[k], 0) / of.length);
  };
  const [nash, cartel] = await Promise.all([priced("nash"), priced("cartel")]);
  return { nash, cartel };
}
