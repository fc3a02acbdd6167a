import type { Draws } from "../faults/seeded.ts";

type Tree = Record<string, unknown>;
const maybe = (draw: Draws, share: number, make: () => Tree): Tree => (draw.share() < share ? make() : {});

function traffic(draw: Draws): Tree {
  return {
    prompts: draw.of<Tree>([
      { median: 3000, sd: 1.4 },
      { median: 30_000, sd: 0.8 },
      {
        points: [
          { tokens: 900, share: 0.7 },
          { tokens: 90_000, share: 0.3 },
        ],
      },
    ]),
    hours: {
      zone: draw.of([8, -5]),
      shape: draw.of(["even", "office", "evening"]),
      weekend: draw.of([1, 0.4]),
      ...maybe(draw, 0.2, () => ({ byHour: Array.from({ length: 24 }, (_, h) => 1 + (h % 5)) })),
    },
    calls: draw.of([0, 2]),
    images: draw.of([0, 0.5]),
    task: draw.of([4000, 20_000]),
    seats: draw.of([1, 6]),
    answers: {
      wait: { cost: draw.of([0, 0.4]) },
      batch: { share: draw.of([0, 0.4]), cost: 0.3 },
      cache: { share: draw.of([0, 0.6]), cost: 0.5 },
      route: { share: draw.of([0, 0.4]), cost: 0.5 },
      foresee: { weeks: draw.of([0, 8]) },
      bill: draw.of(["own", "mean"]),
      trim: { elasticity: draw.of([0, 0.3]) },
    },
  };
}

const segment = (draw: Draws, arena: string, also: readonly string[]): Tree => ({
  label: "s",
  arena,
  also,
  weight: draw.of([1, 2]),
  lnV: { mean: draw.of([1.5, 3]), sd: draw.of([0.5, 1]) },
  lnX: draw.of([-0.5, 1]),
  qualityFloor: draw.of<Tree[]>([[], [{ share: 0.6 }, { share: 0.4, atLeast: -0.4 }]]),
  switching: { mean: draw.of([0, 0.4]), sd: draw.of([0, 0.2]) },
  attention: { base: draw.of([0.05, 0.3]), news: draw.of([0, 0.1]) },
  adoption: { base: draw.of([0.05, 0.3]), news: draw.of([0, 0.1]) },
  cachedShare: draw.of([0, 0.4]),
  cacheWriteShare: draw.of([0, 0.2]),
  side: arena === "apps" ? "consumer" : "business",
  ...maybe(draw, 0.3, () => ({ growth: draw.of([0.4, 1.5]) })),
  multihoming: { share: draw.of([0, 0.4]), volume: 0.3 },
  discount: { base: draw.of([0, 0.1]), slope: draw.of([0, 0.4]), most: 0.4 },
  waiting: draw.of([0, 0.5]),
  congestion: { dislike: draw.of([0, 0.8]), hazard: draw.of([0, 0.2]) },
  deferrable: draw.of([0, 0.4]),
  traffic: traffic(draw),
});

/** People with lasting tastes, in three kinds of markets at once. */
export const drawnDemand = (draw: Draws): Tree => ({
  kind: "mixed-logit",
  agents: 70,
  population: draw.of([1e3, 1e5]),
  mu: draw.of([0.15, 0.3]),
  valueLevel: draw.of([0.7, 1.4]),
  fixedCost: { median: draw.of([0.05, 0.15]), sd: 0.8 },
  entry: draw.below(5) > 0,
  sunk: draw.of([0, 0.5]),
  volume: { level: draw.of([0.5, 4]), slope: draw.of([0, -0.1]), sd: 1.2, tilt: draw.of([0, 0.65]) },
  outputShare: { from: 0.1, to: draw.of([0.1, 0.5]) },
  ramp: { weeks: draw.of([4, 12]), start: draw.of([0.2, 1]) },
  loyalty: { weeks: draw.of([5, 13]), sameVendor: draw.of([0, 0.4]) },
  growth: draw.of([0, 1.1]),
  awareness: {
    start: draw.of([0.2, 1]),
    innovate: draw.of([0, 0.01]),
    imitate: draw.of([0, 0.05]),
    news: draw.of([0, 0.02]),
  },
  news: { decay: 0.25, saturation: 2, offset: 0.1, band: 0.35, salience: { flagship: 0.6, main: 0.5, lite: 0.3 } },
  ecosystem: { weight: draw.of([0, 0.05]), decay: 0.02, scale: 20 },
  tasteLife: draw.of([null, 20]),
  expectations: { start: draw.of([0, 0.5]), adapt: draw.of([0, 0.1]) },
  segments: {
    devs: segment(draw, "api", ["plans"]),
    firms: segment(draw, "api", []),
    people: segment(draw, "apps", []),
    makers: segment(draw, "video", []),
  },
});

const RULES = ["best-response", "q-learning", "punish", "forward-looking", "undercut", "hold"] as const;

/** The textbook's market: what nothing of the above is in, by closed forms or by drawn buyers. */
export function drawnTextbook(draw: Draws, seed: number): Tree {
  const vendor = (k: number): Tree => ({
    name: `V${k}`,
    load: draw.of([0.5, 1]),
    strategy: { kind: RULES[(seed / 8 + k) % RULES.length] },
    products: {
      p: {
        appeal: draw.of([1.6, 2, 2.4]),
        price: { input: 1.5 + 0.1 * k, output: 1.5 + 0.1 * k },
        cost: { kind: "curve", input: 1, output: 1, learning: draw.of([0, 0.3]), reference: draw.of([5, 1e7]) },
      },
    },
  });
  const types = {
    keen: { share: 0.4, mu: 0.15, appeal: { "v0.p": 2.6 } },
    loyal: { share: 0.6, loyalty: 0.3, a0: 0.2 },
  };
  const drawn = draw.below(3) === 0; // buyers with tastes of their own, who neither stay nor flock
  return {
    id: `drawn-${seed}`,
    title: "t",
    question: "q",
    clock: { start: "2024-01-01", weeks: 9, tickDays: draw.of([1, 7]), burnInWeeks: 0 },
    currency: "CNY",
    costs: { gpuPrice: 1, referenceGpuPrice: 1 },
    demand: {
      kind: "unit-logit",
      mu: draw.of([0.2, 0.4]),
      a0: draw.of([0, 0.5]),
      size: 2,
      exact: !drawn,
      agents: 100,
      ...(!drawn && { loyalty: draw.of([0, 0.2]), network: draw.of([0, 0.3]) }),
      ...(!drawn && maybe(draw, 0.4, () => ({ types }))),
    },
    vendors: Object.fromEntries([0, 1, 2].map((k) => [`v${k}`, vendor(k)])),
  };
}
