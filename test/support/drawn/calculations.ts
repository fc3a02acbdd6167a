import {
  minimise,
  planRuns,
  QuantileStream,
  resample,
  sobolPoints,
  SummaryStream,
  worthOfKnowing,
  believe,
  around,
  mixtureDensity,
  anywhere,
  type RangeAxis,
} from "../../../engine/index.ts";
import { otherEquilibria } from "../../../engine/equilibrium/all-equilibria.ts";
import { cartelPrices } from "../../../engine/equilibrium/cartel.ts";
import type { DemandSystem } from "../../../engine/equilibrium/demand-system.ts";
import { diversion, elasticities } from "../../../engine/equilibrium/demand-system.ts";
import { linearDemand } from "../../../engine/equilibrium/linear-demand.ts";
import { logitDemand } from "../../../engine/equilibrium/logit.ts";
import { mergerEffects } from "../../../engine/equilibrium/merger.ts";
import { mixtureOf } from "../../../engine/equilibrium/mixed-logit.ts";
import { priceEquilibrium } from "../../../engine/equilibrium/nash.ts";
import { nestedLogitDemand } from "../../../engine/equilibrium/nested-logit.ts";
import { networkEquilibria, tippingPoint } from "../../../engine/equilibrium/network-effects.ts";
import { pricingGame } from "../../../engine/equilibrium/pricing-game.ts";
import { choicesByState, stateDependentDemand } from "../../../engine/equilibrium/state-dependent.ts";
import { taxedDemand } from "../../../engine/equilibrium/taxed-demand.ts";
import { solveNow } from "../../../engine/experiments/minimise.ts";
import { globalPeak, root } from "../../../engine/math/search.ts";
import { symmetricEigen } from "../../../engine/math/symmetric-eigen.ts";
import { solve } from "../../../engine/math/linear.ts";
import { games, learning } from "./played.ts";
import { draws } from "../faults/seeded.ts";

function searches(): unknown {
  const looks: number[] = [];
  const seen = (f: (x: number) => number) => (x: number) => (looks.push(x), f(x));
  const roots = [
    root(
      seen((x) => x * x * x - 2),
      0,
      2,
    ),
    root(
      seen((x) => 3 - x * x),
      0,
      5,
    ),
    root(
      seen((x) => (x < 0.3 ? -1 : 5)),
      0,
      1,
    ),
    root(
      seen((x) => x / (1 + x * x) - 0.3),
      -1,
      1,
    ),
  ];
  const grid = [0, 0.1, 0.3, 0.6, 1];
  const peaks = [
    globalPeak(
      seen((x) => -((x - 0.437) * (x - 0.437))),
      grid,
    ),
    globalPeak(
      seen((x) => x),
      grid,
    ),
    globalPeak(
      seen((x) => -x),
      grid,
    ),
    globalPeak(
      seen((x) => x * (1 - x) * (0.4 - x) * (0.4 - x)),
      grid,
    ),
    globalPeak(
      seen(() => 1),
      grid,
    ),
  ];
  return [roots, peaks, looks];
}

function matrix(seed: number, n: number): number[] {
  const draw = draws(seed);
  return Array.from({ length: n * n }, () => draw.below(2000) / 100 - 10);
}

const algebra = (): unknown =>
  [1, 2, 3, 4, 5, 6].map((n) => {
    const m = matrix(n, n);
    const even = m.map((x, k) => x + m[(k % n) * n + Math.floor(k / n)]);
    return [symmetricEigen(even, n), solve(m, m.slice(0, n)), symmetricEigen(even, n).values];
  });

function minima(): unknown {
  const looks: (readonly number[])[] = [];
  const bowl = (p: readonly number[]) => {
    looks.push(p);
    const x = p.map((u) => 4 * u - 1.3);
    return x[0] > 2.5 ? NaN : x.reduce((sum, v, d) => sum + (d + 1) * v * v + (d > 0 ? v * x[d - 1] : 0), 0);
  };
  const ends = [1, 2, 3, 4].map((dimensions) =>
    solveNow(minimise({ dimensions, evaluations: 90, tolerance: 1e-4 }), bowl),
  );
  const begun = solveNow(minimise({ dimensions: 2, evaluations: 60, tolerance: 1e-3, start: [0.9, 0.1] }), bowl);
  return [ends, begun, looks];
}

function streams(): unknown {
  const draw = draws(9);
  const stream = new QuantileStream([0.05, 0.25, 0.5, 0.75, 0.95], 30);
  return Array.from({ length: 400 }, (_, k) => {
    stream.add(draw.share() * draw.share() * 10 + (k % 7 === 0 ? k / 50 : 0));
    return stream.values();
  });
}

function beliefs(): unknown {
  const draw = draws(11);
  const points = Array.from({ length: 80 }, () => [draw.share(), draw.share(), draw.share()]);
  const misses = points.map(([a, b]) => [8 * (a - 0.4), 5 * (a + b - 1)]);
  const belief = believe(misses, 20);
  const proposal = around(points, belief.weights);
  const mixed = mixtureDensity(points.slice(0, 9), [
    { proposal: anywhere, points: 30 },
    { proposal, points: 50 },
  ]);
  const known = points.map((p) => p[0]);
  return [
    belief,
    believe(
      misses,
      60,
      points.map((p) => p[2] / 3),
    ),
    resample(belief.weights, 25),
    points.slice(0, 9).map((p) => [proposal.at(p), proposal.logDensity(p)]),
    mixed,
    worthOfKnowing(
      known,
      points.map(([a, b]) => a * a + b / 3),
    ),
  ];
}

const axis = (path: string, over: Partial<RangeAxis> = {}): RangeAxis => ({
  kind: "range",
  path,
  also: [],
  unit: "",
  low: 1,
  high: 4,
  scale: "linear",
  integer: false,
  points: 3,
  base: 2,
  ...over,
});

function sensitivities(): unknown {
  const axes = [axis("a"), axis("b", { scale: "log" }), axis("c", { base: null })];
  return ["grid", "latin-hypercube", "sobol", "one-at-a-time", "morris", "saltelli", "list"].map((method) => {
    const plan = planRuns({ method, n: 9, replications: 2, seed: "s", axes, outputs: ["o", "regime"] });
    const stream = new SummaryStream(plan, method === "grid" ? "o" : null);
    for (let run = 0; run < plan.runs; run++) {
      const [x, y, z] = plan.points.subarray(3 * Math.floor(run / 2));
      stream.add(run, run % 11 === 7 ? null : [3 * x + y * z + (run % 2) / 5, run % 3], "e");
    }
    return [plan.points, stream.result()];
  });
}

function systems(): readonly (readonly [string, DemandSystem])[] {
  const logit = logitDemand({ appeal: [2, 1.7, 2.3], mu: 0.3, outside: 0, size: 5 });
  const other = logitDemand({ appeal: [1.5, 2.2, 2], mu: 0.5, outside: 0.4, size: 2 });
  return [
    ["logit", logit],
    ["nested", nestedLogitDemand({ appeal: [5, 4.6, 6], alpha: 2.5, sigma: 0.4, nest: [0, 1, 1] })],
    ["linear", linearDemand([4, 5, 3], [2, -0.5, -0.3, -0.4, 2.2, -0.2, -0.3, -0.1, 1.5])],
    ["mixture", mixtureOf([logit, other])],
    ["taxed", taxedDemand(logit, { rate: Float64Array.of(0.1, 0, 0.2), specific: Float64Array.of(0, 0.1, 0.1) })],
    ["loyal", stateDependentDemand({ appeal: [2, 1.7, 2.3], mu: 0.3, outside: 0, loyalty: 0.2, size: 3 })],
  ];
}

const PRICES = [
  [1, 1.2, 1.4],
  [0.6, 1.6, 0.9],
].map((p) => Float64Array.from(p));

const ofDemand = (demand: DemandSystem): unknown =>
  PRICES.map((p) => [
    demand.quantities(p),
    demand.jacobian(p),
    demand.outside?.(p),
    demand.surplus?.(p),
    diversion(demand, p),
    elasticities(demand, p),
  ]);

function inEquilibrium(demand: DemandSystem): unknown {
  const cost = Float64Array.of(0.8, 0.6, 1);
  const plain = pricingGame(demand, cost);
  const owner = Int32Array.of(0, 1, 1);
  const found = priceEquilibrium(plain, owner);
  return [
    found,
    priceEquilibrium(pricingGame(demand, cost, 1.5), Int32Array.of(0, 1, 2)),
    cartelPrices(plain),
    mergerEffects({ demand, cost, before: Int32Array.of(0, 1, 2), after: owner }),
    otherEquilibria(plain, owner, { found, starts: 3, group: new Int32Array(3) }),
  ];
}

function flocks(): unknown {
  const market = { appeal: [1, 1.1], mu: 0.25, outside: -Infinity, network: 1 };
  const stay = { appeal: [2, 1.7, 2.3], mu: 0.3, outside: 0, loyalty: 0.2 };
  return [
    networkEquilibria(market, [0.5, 0.6]),
    networkEquilibria({ ...market, outside: 0.3, network: 0.4 }, [0.5, 0.7]),
    tippingPoint({ ...market, appeal: [1, 1, 1] }, [0.5, 0.5, 0.5]),
    choicesByState(stay, PRICES[0]),
  ];
}

/** What theory and statistics come to on a few inputs, by name: iterations are pinned by where they look. */
export const CALCULATIONS: Readonly<Record<string, () => unknown>> = {
  "points that fill a cube": () => sobolPoints(70, 30, 3),
  "roots and peaks": searches,
  "linear algebra": algebra,
  "searches of a cube": minima,
  "streams of numbers": streams,
  "what is believed": beliefs,
  "sensitivity by every method": sensitivities,
  "demand systems": () => systems().map(([name, demand]) => [name, ofDemand(demand)]),
  equilibria: () => systems().map(([name, demand]) => [name, inEquilibrium(demand)]),
  "buyers who flock or stay": flocks,
  "learning to price": learning,
  "a market in other hands": games,
};
