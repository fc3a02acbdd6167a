import { sum } from "../math/sum.ts";
import { logitDemand } from "../equilibrium/logit.ts";
import { calibrateAlpha, mergerEffects } from "../equilibrium/merger.ts";
import { globalPeak } from "../math/search.ts";
import { log } from "../math/elementary.ts";
import { cappedEquilibrium } from "../equilibrium/capacity.ts";
import { pricingGame } from "../equilibrium/pricing-game.ts";
import type { Branch, Checker, Row } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch, has, number, numbers, textsOf, tolerance } from "./read.ts";

interface Data {
  readonly price: number[];
  readonly share: number[]; // among products
  readonly margin: number[];
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly buyers: number;
}

/**
 * Logit merger simulation from prices, shares and margins, calibrated first (R package `antitrust`). Its `upp` is on a
 * scale of its own and is left out.
 */
export const mergerCases: Checker = {
  id: "merger-simulation",
  label: { en: "Merger simulation", zh: "合并模拟" },
  accepts: (file) =>
    file.topic === "logit merger" && has(file, "price", "shares", "margins", "owner_pre", "owner_post"),
  *check(file) {
    const data = readData(branch(file.params));
    const near = tolerance(file, "abs_price");
    const loose = tolerance(file, "calibration_alpha_rel");
    // Prices, shares and costs to the case's tolerance; what is calibrated, or built on it, to the calibration's.
    const within = (path: string, expected: number) =>
      /price|shares|mcPre/.test(path) ? near : Math.max(near, loose * Math.abs(expected));
    const rows: Row[] = [];
    for (const [key, expected] of Object.entries(branch(branch(file.expected).cases))) {
      rows.push(...compareTrees(expected, solveCase(data, key, branch(expected), branch(file.params)), within, key));
      yield 0.5;
    }
    return rows;
  },
};

function readData(params: Branch): Data {
  const names = [...new Set([...textsOf(params, "owner_pre"), ...textsOf(params, "owner_post")])];
  const owner = (key: string) => Int32Array.from(textsOf(params, key), (name) => names.indexOf(name));
  return {
    price: numbers(params.price, "price"),
    share: numbers(params.shares, "shares"),
    margin: numbers(params.margins, "margins"),
    before: owner("owner_pre"),
    after: owner("owner_post"),
    buyers: number(params, "insideSize", 1),
  };
}

function solveCase(data: Data, key: string, expected: Branch, params: Branch): Found {
  if (key === "cap") return capped(data, expected, params);
  // The best outside share sits on a flat optimum: where the package reports its own,
  // the merger is simulated from that.
  if (key === "alm" && "shareInside" in expected) {
    return simulate(data, Number(expected.shareInside), numbers(expected.alpha, "alpha")[0]);
  }
  const inside = insideShare(data, key);
  return inside === null ? undefined : simulate(data, inside);
}

/** How many of all buyers buy: all, the share in the key, or (ALM) whatever fits the margins best. */
function insideShare(data: Data, key: string): number | null {
  if (key === "logit") return 1;
  const given = key.match(/^logit_outside([\d.]+)$/);
  if (given) return 1 - Number(given[1]);
  if (key !== "alm") return null;
  const grid = Array.from({ length: 60 }, (_, i) => (i + 1) / 61);
  return globalPeak((inside) => -misfit(data, inside), grid);
}

const shares = (data: Data, inside: number) => Float64Array.from(data.share, (s) => s * inside);

/** Squared distance of the logit's own margins from those observed, at the best price coefficient. */
function misfit(data: Data, inside: number): number {
  const share = shares(data, inside);
  const alpha = calibrateAlpha({ ...data, share, owner: data.before });
  return data.price.reduce((sum, p, j) => {
    const own = share.reduce((s, x, k) => (data.before[k] === data.before[j] ? s + x : s), 0);
    const gap = -1 / (alpha * p * (1 - own)) - data.margin[j];
    return sum + gap * gap;
  }, 0);
}

function simulate(data: Data, inside: number, given?: number): Found {
  const share = shares(data, inside);
  const alpha = given ?? calibrateAlpha({ ...data, share, owner: data.before });
  // u_j - u_reference: against the outside option, or where everybody buys against the first product
  const reference = inside < 1 ? { share: 1 - inside, price: 0 } : { share: share[0], price: data.price[0] };
  const meanval = share.map((s, j) => log(s / reference.share) - alpha * (data.price[j] - reference.price));
  const demand = logitDemand({
    appeal: meanval.map((m) => m / -alpha),
    mu: -1 / alpha,
    outside: inside < 1 ? 0 : -Infinity,
  });
  const cost = share.map((_, j) => {
    const own = share.reduce((s, x, k) => (data.before[k] === data.before[j] ? s + x : s), 0);
    return data.price[j] + 1 / (alpha * (1 - own));
  });
  const effects = mergerEffects({ demand, cost, before: data.before, after: data.after });
  const merging = [...data.after.keys()].filter((j) => effects.pressure[j] > 0);
  const post = demand.quantities(effects.priceAfter);
  const lost = demand.surplus!(effects.priceBefore) - demand.surplus!(effects.priceAfter);
  return {
    alpha: [alpha],
    meanval,
    pricePre: effects.priceBefore,
    pricePost: effects.priceAfter,
    mcPre: cost,
    sharesPre: demand.quantities(effects.priceBefore),
    sharesPost: post,
    CV: [lost * (inside < 1 ? 1 : data.buyers)],
    cmcr: merging.map((j) => 100 * effects.compensating[j]),
    hhi: [hhi(share, data.before), hhi(post, data.after)],
  };
}

function hhi(share: Float64Array, owner: Int32Array): number {
  const inside = sum(share);
  const firms = new Map<number, number>();
  share.forEach((s, j) => firms.set(owner[j], (firms.get(owner[j]) ?? 0) + s / inside));
  return [...firms.values()].reduce((sum, s) => sum + 10_000 * s * s, 0);
}

/** With capacities, from the package's own parameters: prices clear what cannot be served. */
function capped(data: Data, expected: Branch, params: Branch): Found {
  const alpha = numbers(expected.alpha, "alpha")[0];
  const meanval = numbers(expected.meanval, "meanval");
  const appeal = meanval.map((m) => (m - alpha * data.price[0]) / -alpha);
  const demand = logitDemand({ appeal, mu: -1 / alpha, outside: -Infinity });
  const game = pricingGame(demand, numbers(expected.mcPre, "mcPre"));
  const caps = numbers(params.capacities, "capacities").map((k) => k / data.buyers);
  const post = cappedEquilibrium(game, demand, data.after, Float64Array.from(caps));
  return { pricePost: post.price, sharesPost: demand.quantities(post.price) };
}
