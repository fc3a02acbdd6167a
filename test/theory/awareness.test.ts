import { expect, test } from "vitest";
import { readScenario } from "../../engine/authoring.ts";
import { compile, simulateModel } from "../../engine/index.ts";
import { bassShare } from "../../engine/theory/bass.ts";

const WEEKS = 26;
const AGENTS = 20_000;
const SPREAD = { innovate: 0.01, imitate: 0.3 }; // a week

/** Share who know by the end of each tick, where everybody who knows takes the only product the next time they look. */
function aware(tickDays: 1 | 7): number[] {
  const file = {
    id: "rumour",
    title: "Rumour",
    question: "?",
    clock: { start: "2024-01-01", weeks: WEEKS, tickDays, burnInWeeks: 0 },
    currency: "CNY",
    demand: {
      kind: "mixed-logit",
      agents: AGENTS,
      population: AGENTS,
      mu: 0.22,
      fixedCost: { median: 1e-9, sd: 0.1 },
      volume: { level: 1, sd: 0 },
      outputShare: { from: 0.2, to: 0.2 },
      awareness: { start: 0, news: 0, ...SPREAD },
      segments: {
        all: { label: "All", weight: 1, lnV: { mean: 6, sd: 0.1 }, attention: { base: 0.02 }, adoption: { base: 1e6 } },
      },
    },
    costs: { gpuPrice: 10, referenceGpuPrice: 10 },
    vendors: {
      a: {
        name: "A",
        strategy: { kind: "hold" },
        products: { x: { price: { input: 1, output: 2 }, cost: { kind: "curve", input: 0.1, output: 0.2 } } },
      },
    },
  };
  const r = simulateModel(compile(readScenario(JSON.stringify(file)).scenario, { seed: 1 }));
  return Array.from(r.market.awareAgents, (x) => x / AGENTS);
}

/** The mean of it: who knows today uses tomorrow, and users spread the word the day after. */
function meanField(tickDays: 1 | 7): number[] {
  let [know, use] = [0, 0];
  return Array.from({ length: (WEEKS * 7) / tickDays }, () => {
    const hear = 1 - Math.exp((-(SPREAD.innovate + SPREAD.imitate * use) * tickDays) / 7);
    [know, use] = [know + (1 - know) * hear, know];
    return know;
  });
}

// Who hears first is chance, and the rest follow: runs of 20,000 differ by one or two in a hundred at the steepest.
test.each([1, 7] as const)("the word spreads as hazard and imitation say, with ticks of %i days", (tickDays) => {
  const expected = meanField(tickDays);
  aware(tickDays).forEach((x, t) => expect(Math.abs(x - expected[t])).toBeLessThan(0.04));
});

test("the shorter the ticks, the nearer Bass's curve, from below: hearing, using and telling take one each", () => {
  const short = (x: readonly number[], tickDays: number) =>
    x.map((share, t) => bassShare({ p: 0.01, q: 0.3, m: 1 }, ((t + 1) * tickDays) / 7) - share);
  const [days, weeks] = [short(meanField(1), 1), short(meanField(7), 7)];
  expect(Math.min(...days)).toBeGreaterThan(-1e-3);
  expect(Math.max(...days)).toBeLessThan(0.07);
  expect(Math.max(...weeks)).toBeGreaterThan(0.2);
});
