// npx tsx bench/tariffs.ts: what tariffs, traffic and answers cost a run. One scenario with everything on and without,
// interleaved, in turns, user time of this process. On a machine that others use a median moves by a tenth from one
// call to the next: the least and the tenth are printed beside it. Some minutes.
import process from "node:process";
import { compile, NO_TARIFF, type Scenario, simulateModel, type Tariff } from "../engine/index.ts";
import { loadScenario } from "../cli/library.ts";

const REPETITIONS = 40;
const WARM_UP = 5;

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
    const changes = { wait: { cost: 0.5 }, batch: answer, cache: answer, route: answer, trim: { elasticity: 0.3 } };
    const answers = { ...segment.traffic.answers, ...changes, foresee: { weeks: 8 } };
    return [id, { ...segment, deferrable: 0.3, traffic: { ...segment.traffic, answers } }];
  });
  return {
    ...s,
    vendors: Object.fromEntries(vendors),
    demand: { ...s.demand, segments: Object.fromEntries(segments) },
  };
}

const quantile = (xs: readonly number[], part: number): number =>
  xs.toSorted((a, b) => a - b)[Math.floor(xs.length * part)];

function seconds(scenario: Scenario): number {
  const model = compile(scenario, { seed: 1 });
  const before = process.cpuUsage().user;
  simulateModel(model);
  return (process.cpuUsage().user - before) / 1e6;
}

const plain = await loadScenario("china-2024");
const full = tariffed(plain);
const times = { plain: [] as number[], full: [] as number[] };
for (let k = 0; k < WARM_UP + REPETITIONS; k++) {
  const first = k % 2 === 0 ? seconds(plain) : seconds(full);
  const second = k % 2 === 0 ? seconds(full) : seconds(plain);
  if (k < WARM_UP) continue;
  times.plain.push(k % 2 === 0 ? first : second);
  times.full.push(k % 2 === 0 ? second : first);
}
for (const [name, part] of [
  ["least", 0],
  ["tenth", 0.1],
  ["median", 0.5],
] as const) {
  const [off, on] = [quantile(times.plain, part), quantile(times.full, part)];
  process.stdout.write(`${name}: off ${off.toFixed(3)} s, on ${on.toFixed(3)} s, ratio ${(on / off).toFixed(3)}\n`);
}
