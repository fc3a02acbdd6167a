import {
  asPlayed,
  type Game,
  gameScenario,
  type Outcome,
  outcomeOf,
  outputsOf,
  pricedAt,
} from "../engine/game/index.ts";
import type { Scenario } from "../engine/index.ts";
import type { Measurer } from "../workers/runner.ts";

/** Steps on the search's scale, where a half is as played and an eighth of the way a fall or rise by two fifths. */
const ALIKE = [-0.12, -0.07, -0.04, -0.02, 0.02, 0.04, 0.08, 0.16];
const SINGLE = [-0.05, -0.015, 0.015, 0.05];

/**
 * The best outcome found for one seat, its rivals' decisions as they were: first all its rounds dearer or cheaper
 * alike, then one round after another. Some forty runs: what a class of sixty has time for. @throws AbortError
 */
export async function bestPrices(
  runner: Measurer,
  base: Scenario,
  game: Game,
  { vendor, signal }: { readonly vendor: string; readonly signal?: AbortSignal },
): Promise<Outcome> {
  const { goal, seed } = game.setup;
  const run = async (point: readonly number[]) => {
    const scenario = gameScenario(base, pricedAt(base, game, vendor, point));
    return outcomeOf(await runner.measure({ scenario, seed }, outputsOf(vendor), { signal }), vendor);
  };
  let point = asPlayed(game);
  let best = await run(point);
  const improve = async (points: readonly (readonly number[])[]) => {
    const outcomes = await Promise.all(points.map(run));
    outcomes.forEach((outcome, k) => {
      if (outcome[goal] > best[goal]) [best, point] = [outcome, [...points[k]]];
    });
  };
  await improve(ALIKE.map((step) => point.map((x) => x + step)));
  for (const round of point.keys())
    await improve(SINGLE.map((step) => point.map((x, k) => (k === round ? x + step : x))));
  return best;
}
