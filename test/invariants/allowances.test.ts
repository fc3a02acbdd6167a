import { describe, expect, test } from "vitest";
import { tick } from "../../engine/index.ts";
import { metered } from "../../engine/demand/mixed-logit/ledger.ts";
import { usersOnAllowance } from "../../engine/demand/mixed-logit/allowed.ts";
import { openAgents } from "../support/agents.ts";
import { library } from "../support/scenarios.ts";

describe("who is counted anew on every tick", () => {
  test("is whoever uses a product with an allowance, however products came by theirs and lost them", () => {
    const scenario = library("china-2024", { "demand.agents": 3000, "clock.burnInWeeks": 12 });
    const { model, market } = openAgents(scenario, { seed: 3 });
    const found = new Int32Array(model.population.size);
    const seen = new Set<number>();
    while (market.tick < model.ticks) {
      tick(model, market);
      const { held, second } = market.agents;
      const uses = (j: number | undefined) => j !== undefined && j >= 0 && metered(market, j);
      const by = Array.from(held, (_, i) => i).filter((i) => uses(held[i]) || uses(second[i]));
      const count = usersOnAllowance(market.agents, 0, found.length, found);
      expect([...found.subarray(0, count)]).toEqual(by);
      seen.add(count);
    }
    expect(seen.size).toBeGreaterThan(10);
  });
});
