import fc from "fast-check";
import { expect, test } from "vitest";
import { demandOf } from "../../engine/demand/demand-model.ts";
import { ownership } from "../../engine/demand/priced-market.ts";
import type { PricingGame } from "../../engine/equilibrium/pricing-game.ts";
import type { KernelId } from "../../engine/index.ts";
import { openAgents } from "../support/agents.ts";
import { library } from "../support/scenarios.ts";

/** A market's pricing game by one kernel, and the same among sellers who look ahead. */
function gamesOf(id: string, kernel: KernelId) {
  const { model, market } = openAgents(library(id, { "demand.agents": 60, "clock.burnInWeeks": 1 }), { kernel });
  const { game, foreseeing, products, price } = demandOf(model).priced(model, market);
  const owner = ownership(model, products);
  const cost = Float64Array.from(model.products, (_, j) => 0.9 - 0.01 * j);
  const ahead = foreseeing({ weeks: 104, discount: 0.002, cost }, { nash: price, owner });
  return { games: [game, ahead], owner, price };
}

/** Prices from nothing to what nobody pays, so that exponentials vanish, are barely numbers, or are 1. */
const factor = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0.2, max: 5, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: -3, max: 6, noNaN: true }).map((x) => 10 ** x) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -1) },
);

/** All a game says at one set of prices after another, of which some may stay. */
const said = (game: PricingGame, owner: Int32Array, steps: readonly Float64Array[], tried: readonly Float64Array[]) =>
  steps.map((p) => [
    game.profits(p),
    game.conditions(p, owner),
    game.curvature!(p, owner),
    game.scan!(p, owner, tried),
  ]);

// Goods even and odd in number, plans and apps, taxes by the unit
test.each(["china-2024", "plan-war", "whole-market", "export-rule", "global"])(
  "competition in %s is priced by WebAssembly to the same bits as by its definition",
  (id) => {
    const [js, wasm] = [gamesOf(id, "js"), gamesOf(id, "wasm")];
    const { owner, price } = js;
    const goods = price.length;
    const moves = fc.array(fc.option(factor), { minLength: goods, maxLength: goods });
    const lists = fc.array(fc.array(factor, { maxLength: 40 }), { minLength: goods, maxLength: goods });
    fc.assert(
      fc.property(fc.array(moves, { minLength: 1, maxLength: 3 }), lists, (all, tried) => {
        const steps = all.map((step) => price.map((x, k) => (x || 1) * (step[k] ?? 1)));
        const values = tried.map((list, k) => Float64Array.from(list, (x) => x * (price[k] || 1)));
        js.games.forEach((game, g) =>
          expect(said(wasm.games[g], owner, steps, values)).toEqual(said(game, owner, steps, values)),
        );
      }),
      { numRuns: 12 },
    );
  },
);
