// npx tsx bench/tariffs.ts: what tariffs, traffic and answers cost a run. One scenario with everything on and without,
// interleaved, user time of this process; prints the ratio of the medians. About a minute.
import process from "node:process";
import { compile, NO_TARIFF, type Scenario, simulateModel, type Tariff } from "../engine/index.ts";
import { loadScenario } from "../cli/library.ts";

const REPETITIONS = 9;

const EVERYTHING: Tariff = {
  ...NO_TARIFF,
  brackets: {
    by: "prompt",
    steps: [
      { above: 32_000, times: 1.5 },
      { above: 128_000, times: 3 },
    ],
  },
  hours: { zone: 8, windows: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: 9, to: 18, times: 2 }], holidays: [] },
  batch: 0.5,
  tokenizer: 1.3,
};

/** The scenario with every product under a tariff and every segment answering it. */
function tariffed(s: Scenario): Scenario {
  if (s.demand.kind !== "mixed-logit") throw new Error("a market of people is needed");
  const vendors = Object.entries(s.vendors).map(([id, vendor]) => {
    const products = Object.entries(vendor.products).map(([p, product]) => [p, { ...product, tariff: EVERYTHING }]);
    return [id, { ...vendor, products: Object.fromEntries(products) }];
  });
  const segments = Object.entries(s.demand.segments).map(([id, segment]) => {
    const answer = { share: 0.4, cost: 0.5 };
    const answers = { wait: { cost: 0.5 }, batch: answer, cache: answer, route: answer, trim: { elasticity: 0.3 } };
    return [id, { ...segment, deferrable: 0.3, traffic: { ...segment.traffic, answers } }];
  });
  return {
    ...s,
    vendors: Object.fromEntries(vendors),
    demand: { ...s.demand, segments: Object.fromEntries(segments) },
  };
}

const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)];

function seconds(scenario: Scenario): number {
  const model = compile(scenario, { seed: 1 });
  const before = process.cpuUsage().user;
  simulateModel(model);
  return (process.cpuUsage().user - before) / 1e6;
}

const plain = await loadScenario("china-2024");
const full = tariffed(plain);
const times = { plain: [] as number[], full: [] as number[] };
for (let k = 0; k <= REPETITIONS; k++) {
  const [a, b] = [seconds(plain), seconds(full)];
  if (k > 0) times.plain.push(a); // the first of each warms up
  if (k > 0) times.full.push(b);
}
const [off, on] = [median(times.plain), median(times.full)];
process.stdout.write(`off ${off.toFixed(3)} s, on ${on.toFixed(3)} s, ratio ${(on / off).toFixed(3)}\n`);
