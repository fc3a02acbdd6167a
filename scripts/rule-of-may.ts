// npx tsx scripts/rule-of-may.ts [seeds]: what the rule of May 2024 (strategy `headline`) hits, what it loses without
// each of its parts, and whether a rule fitted without one vendor's prices still finds them. docs/rule-of-may.md keeps
// what it prints. No second year is needed.
import process from "node:process";
import { compile, patchScenario, type Recording, type Scenario, simulateModel } from "../engine/index.ts";
import { loadScenario } from "../cli/library.ts";

/** Input list prices [CNY/Mtok], scenarios/facts/prices.csv; 0: free. */
const MAY = {
  "zhipu.glm-3-turbo": 1,
  "bytedance.doubao-pro": 0.8,
  "bytedance.doubao-lite": 0.3,
  "alibaba.qwen-max": 40,
  "alibaba.qwen-plus": 4,
  "alibaba.qwen-turbo": 2,
  "alibaba.qwen-long": 0.5,
  "baidu.ernie-speed": 0,
  "baidu.ernie-lite": 0,
  "iflytek.spark-lite": 0,
  "iflytek.spark-max": 21,
  "tencent.hunyuan-lite": 0,
  "tencent.hunyuan-pro": 30,
  "tencent.hunyuan-standard": 4.5,
};
const OCTOBER = {
  ...MAY,
  "alibaba.qwen-max": 20,
  "alibaba.qwen-plus": 0.8,
  "alibaba.qwen-turbo": 0.3,
  "baidu.ernie-3.5": 0.8,
  "baidu.ernie-4": 40,
};
type Prices = Readonly<Record<string, number>>;

const seeds = Array.from({ length: Number(process.argv[2] ?? 10) }, (_, k) => k + 1);
const base = patchScenario(await loadScenario("china-2024"), {
  "demand.agents": 2000,
  "clock.end": "2024-10-10",
});
const RULE = "strategies.headline";

/** What the rule loses without each part. */
const WITHOUT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "the rule": {},
  "rivals a little worse (band of .05)": { [`${RULE}.band`]: 0.05 },
  "tiers (all close the whole gap)": {
    [`${RULE}.passThrough`]: { flagship: 1, main: 1, long: 1, reasoning: 1, lite: 1 },
  },
  "challengers (Zhipu, ByteDance as the rest)": {
    "vendors.zhipu.strategy.challenger": 0,
    "vendors.bytedance.strategy.challenger": 0,
  },
  "readiness to go free": Object.fromEntries(
    ["baidu", "iflytek", "tencent"].map((v) => [`vendors.${v}.strategy.free`, 0]),
  ),
  "an aim of its own (ByteDance)": { "vendors.bytedance.strategy.aim": 0 },
  "second rounds": { [`${RULE}.returns`]: 0 },
  "expected cost (today's is the floor)": { [`${RULE}.expectedFall`]: 0, [`${RULE}.marginFloor`]: 0 },
};

const run = (changes: Readonly<Record<string, unknown>>): Recording[] => {
  const scenario: Scenario = patchScenario(base, changes);
  return seeds.map((seed) => simulateModel(compile(scenario, { seed })));
};

const off = (got: number, real: number): number =>
  real === 0 || got === 0 ? (got === real ? 1 : Infinity) : Math.max(got / real, real / got);

function priced(runs: readonly Recording[], id: string, date: string): number {
  const values = runs.map(
    (r) => r.product.priceInput[r.dates.indexOf(date) * r.productIds.length + r.productIds.indexOf(id)],
  );
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const hits = (runs: readonly Recording[], real: Prices, date: string, factor: number): string[] =>
  Object.keys(real).filter((id) => off(priced(runs, id, date), real[id]) <= factor);

const count = (runs: readonly Recording[]): string =>
  [
    `${hits(runs, MAY, "2024-06-10", 1.6).length} of 14`,
    `${hits(runs, MAY, "2024-06-10", 1.3).length}`,
    `${hits(runs, OCTOBER, "2024-10-10", 1.6).length} of 16`,
  ].join(" | ");

process.stdout.write(
  "| Without | 10 June, factor 1.6 | 1.3 | 10 October, factor 1.6 |\n| --- | ---: | ---: | ---: |\n",
);
for (const [name, changes] of Object.entries(WITHOUT)) process.stdout.write(`| ${name} | ${count(run(changes))} |\n`);

const grid = [0.3, 0.36, 0.43, 0.5].flatMap((rest) =>
  [0.15, 0.22, 0.3].map((flagship) => ({ flagship, main: rest, long: 1, reasoning: rest, lite: rest })),
);
const fits = grid.map((passThrough) => ({ passThrough, runs: run({ [`${RULE}.passThrough`]: passThrough }) }));
process.stdout.write("\n| Left out | Fitted parts (flagship, rest) | Its prices found |\n| --- | ---: | ---: |\n");
for (const vendor of ["zhipu", "bytedance", "alibaba", "baidu", "iflytek", "tencent"]) {
  const own = (id: string) => id.startsWith(`${vendor}.`);
  const others = Object.fromEntries(Object.entries(MAY).filter(([id]) => !own(id)));
  const score = ({ runs }: (typeof fits)[number]) => {
    const of = (factor: number) => hits(runs, others, "2024-06-10", factor).length;
    return of(1.6) + of(1.3) / 100;
  };
  const best = fits.toSorted((a, b) => score(b) - score(a))[0];
  const found = hits(best.runs, MAY, "2024-06-10", 1.6).filter(own).length;
  const { flagship, main } = best.passThrough;
  const all = Object.keys(MAY).filter(own).length;
  process.stdout.write(`| ${vendor} | ${flagship}, ${main} | ${found} of ${all} |\n`);
}
