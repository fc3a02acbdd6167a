import { expect, test } from "vitest";
import { type Scenario } from "../../engine/index.ts";
import { CALVANO } from "../../engine/validation.ts";
import { ask } from "../../cli/library.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import { library } from "../support/scenarios.ts";

/** The textbook duopoly with as many like firms as wished. */
function oligopoly(firms: number): Scenario {
  const duopoly = library("textbook-algorithms", { "clock.end": "2024-01-05" });
  const [one] = Object.values(duopoly.vendors);
  return { ...duopoly, vendors: Object.fromEntries(Array.from({ length: firms }, (_, i) => [`v${i}`, one])) };
}

// Calvano et al. (2020), section V.A: the profit gain falls from 85 % with two firms to 64
// % with three and 56 % with four.
test("Q-learning firms collude less the more of them there are: two, three, four, by the pool", async () => {
  const pool = nodePool(2);
  const gains: { gain: number; se: number }[] = [];
  for (const firms of [2, 3, 4]) {
    const { summary } = await ask(
      oligopoly(firms),
      "learning",
      { learning: CALVANO, grid: { points: 15, beyond: 0.1 } },
      { runs: 12, runner: pool },
    );
    expect(summary.converged).toBe(12);
    gains.push({ gain: summary.gain, se: summary.gainSe });
  }
  await pool.close();
  const [two, three, four] = gains;
  [0.85, 0.64, 0.56].forEach((published, k) =>
    expect(Math.abs(gains[k].gain - published)).toBeLessThan(Math.max(0.06, 3 * gains[k].se)),
  );
  expect(two.gain).toBeGreaterThan(three.gain);
  expect(three.gain).toBeGreaterThan(four.gain);
});
