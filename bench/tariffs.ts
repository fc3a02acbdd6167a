// npx tsx bench/tariffs.ts: what tariffs, traffic and answers cost a run. One scenario without any; with all of them at
// factors of one, which are worked out like others while the market stays as it was: what the computing costs; and with
// all of them, where buyers and vendors do other things, too. Interleaved, in turns, user time of this process. On a
// machine that others use a median moves by a tenth from one call to the next: the least and the tenth stand beside it.
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

/** The same at factors of one. */
const NEUTRAL: Tariff = {
  ...EVERYTHING,
  brackets: { by: "prompt", steps: EVERYTHING.brackets!.steps.map(({ above }) => ({ above, times: 1 })) },
  hours: { ...EVERYTHING.hours!, windows: EVERYTHING.hours!.windows.map((window) => ({ ...window, times: 1 })) },
  batch: 1,
  tokenizer: 1,
};

/** The scenario with every product under a tariff and every segment answering it. */
function tariffed(s: Scenario, tariff: Tariff): Scenario {
  if (s.demand.kind !== "mixed-logit") throw new Error("a market of people is needed");
  const vendors = Object.entries(s.vendors).map(([id, vendor]) => {
    const products = Object.entries(vendor.products).map(([p, product]) => [p, { ...product, tariff }]);
    return [id, { ...vendor, products: Object.fromEntries(products) }];
  });
  const segments = Object.entries(s.demand.segments).map(([id, segment]) => {
    const answer = { share: 0.4, cost: 0.5 };
    const moves = tariff === EVERYTHING ? { cache: answer, route: answer } : {}; // which answer lists as well
    const changes = { wait: { cost: 0.5 }, batch: answer, ...moves, trim: { elasticity: 0.3 } };
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
const arms = [plain, tariffed(plain, NEUTRAL), tariffed(plain, EVERYTHING)];
const times = arms.map((): number[] => []);
for (let k = 0; k < WARM_UP + REPETITIONS; k++) {
  for (let turn = 0; turn < arms.length; turn++) {
    const arm = (k + turn) % arms.length;
    const took = seconds(arms[arm]);
    if (k >= WARM_UP) times[arm].push(took);
  }
}
for (const [name, part] of [
  ["least", 0],
  ["tenth", 0.1],
  ["median", 0.5],
] as const) {
  const [off, neutral, full] = times.map((list) => quantile(list, part));
  const told = [neutral, full].map((x) => `${x.toFixed(3)} s (${(x / off).toFixed(3)})`);
  process.stdout.write(`${name}: off ${off.toFixed(3)} s, at factors of one ${told[0]}, on ${told[1]}\n`);
}
