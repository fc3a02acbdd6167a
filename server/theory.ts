import { courses, type Outcomes, outcomesIn, type TheoryPrices } from "../engine/class/index.ts";
import { type Game, gameScenario, unpriced } from "../engine/game/index.ts";
import type { Scenario } from "../engine/index.ts";
import type { Runner } from "../workers/runner.ts";

/** A market as theory would have priced it: competition, and a cartel. */
export interface Theory {
  readonly prices: TheoryPrices;
  readonly nash: Outcomes;
  readonly cartel: Outcomes;
}

const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length;

/** What of a game theory does not replace: markets that differ in prices alone are one to it. */
export function theoryKey(arm: string, { rounds }: Game): string {
  const kept = rounds.map((round) =>
    Object.entries(round)
      .map(([vendor, { prices: _set, ...others }]) => [vendor, others] as const)
      .filter(([, others]) => Object.keys(others).length > 0)
      .toSorted(([v], [w]) => (v < w ? -1 : 1)),
  );
  return `${arm} ${JSON.stringify(kept)}`;
}

/** Prices of the seats and what they bring, were all set by theory. @throws AbortError */
export async function theoryOf(runner: Runner, base: Scenario, game: Game, signal: AbortSignal): Promise<Theory> {
  const { quarters, seed, seats } = game.setup;
  const vendors = seats.map((s) => s.vendor);
  const scenario = unpriced(gameScenario(base, game));
  const priced = async (pricing: "nash" | "cartel") => {
    const recording = await runner.run({ scenario, seed, pricing }, { signal });
    const all = courses(scenario, recording, quarters);
    const of = vendors.map((vendor) => all[vendor].price.slice(1));
    const prices = Array.from({ length: quarters }, (_, k) => mean(of.map((x) => x[k]).filter((x) => x !== null)));
    return { prices, outcomes: outcomesIn(recording, vendors, quarters) };
  };
  const [nash, cartel] = await Promise.all([priced("nash"), priced("cartel")]);
  const prices = { nash: nash.prices, cartel: cartel.prices };
  return { prices, nash: nash.outcomes, cartel: cartel.outcomes };
}
