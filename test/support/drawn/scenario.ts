import { readScenario } from "../../../engine/authoring.ts";
import {
  architectures,
  costModels,
  eventKinds,
  mechanisms,
  type Scenario,
  strategies,
  tariffMechanisms,
} from "../../../engine/index.ts";
import { type Draws, draws } from "../faults/seeded.ts";
import { drawnDemand, drawnTextbook } from "./demand.ts";
import { type Named, parametersFor } from "./plugins.ts";
import { drawnPlan, drawnTariff } from "./tariff.ts";

/**
 * Small markets by seed, odd in everything that a scenario may say: what the library leaves at its defaults is at
 * work in some of them. Strategies, kinds of events and mechanisms switched off come in turn, so that none is missed.
 */
const TIERS = ["flagship", "main", "long", "lite"] as const;
const START = "2026-03-02"; // a Monday
/** In the first half, in the second: daily runs end between. */
const DATES = ["2026-03-05", "2026-03-09", "2026-03-14", "2026-03-20", "2026-03-27", "2026-04-15"] as const;
type Tree = Record<string, unknown>;

const namedOf = (vendor: string, date: string): Named => ({
  vendor,
  product: "main",
  segment: "devs",
  date,
  tiers: TIERS,
});

/** Now and then: under `share` of draws. */
const maybe = (draw: Draws, share: number, make: () => Tree): Tree => (draw.share() < share ? make() : {});

const GPUS = ["h800", "a100", "h20"] as const;

function cost(draw: Draws, turn: number): Tree {
  const kind = costModels.ids()[turn % 3 === 0 ? 1 : 0];
  const given = parametersFor(costModels.get(kind), draw, namedOf("a", DATES[0]));
  if (kind === "roofline") {
    return { kind, ...given, architecture: draw.of(architectures).id, gpu: draw.of(GPUS), gpus: draw.of([32, 64]) };
  }
  return { kind, ...given, input: draw.of([0.1, 0.3, 0.8]), output: draw.of([0.4, 1, 2.5]), reference: 1e5 };
}

function product(draw: Draws, tier: string, turn: number): Tree {
  const input = draw.of([0, 0.8, 2, 4, 8]);
  return {
    tier,
    quality: draw.of([-0.7, -0.3, 0, 0.3]),
    price: {
      input,
      output: input * draw.of([1, 2, 4]),
      ...maybe(draw, 0.4, () => ({ cached: input / 4 })),
      ...maybe(draw, 0.3, () => ({ cacheWrite: input * 1.25 })),
    },
    cost: cost(draw, turn),
    ...maybe(draw, 0.5, () => ({ tariff: drawnTariff(draw, input > 0) })),
    ...maybe(draw, 0.3, () => ({ launch: draw.of(DATES) })),
    ...maybe(draw, 0.3, () => ({ tokensPerTask: draw.of([0.7, 1.5]), outputPerTask: draw.of([0.8, 2]) })),
    ...maybe(draw, 0.3, () => ({
      free: { quota: draw.of([0.2, 2]), every: draw.of(["day", "week", "month"]), beyond: draw.of(["pay", "stop"]) },
    })),
    ...maybe(draw, 0.3, () => ({ fit: { devs: draw.of([0.3, 0.8]), firms: 0.6 }, fitRate: draw.of([0, 0.1]) })),
    ...maybe(draw, 0.15, () => ({ only: ["devs", "firms"] })),
    ...maybe(draw, 0.2, () => ({
      openWeights: { date: draw.of(DATES), hosts: 1 + draw.below(2), delayDays: draw.of([0, 14]), margin: 0.15 },
    })),
  };
}

function money(draw: Draws, id: string): Tree {
  return {
    ...maybe(draw, 0.5, () => ({ cash: draw.of([1e3, 1e5, 1e7]), purse: draw.of([0, 5e4]), outlays: 800 })),
    ...maybe(draw, id === "b" ? 1 : 0.3, () => ({
      research: {
        spend: 2e4,
        reference: draw.of([1e4, 4e4]),
        returns: draw.of([0.3, 0.6]),
        arrivals: 9,
        step: 0.08,
        catchUp: draw.of([0, 0.6]),
        efficiency: draw.of([0, 0.4]),
        marginPull: draw.of([0, 0.5]),
        caution: draw.of([0, 1]),
      },
    })),
    ...maybe(draw, 0.35, () => ({ funding: { round: 4e5, rounds: draw.of([4, 40]), tolerance: draw.of([2e5, 1e8]) } })),
    ...maybe(draw, id === "a" ? 1 : 0.3, () => ({
      fleet: {
        gpus: draw.of([null, 4, 40]),
        leadWeeks: draw.of([1, 4]),
        planWeeks: 4,
        ceiling: draw.of([0.6, 0.9]),
        releasePerWeek: draw.of([0.02, 0.2]),
        leastPerProduct: draw.of([0, 1]),
      },
      fleetUse: draw.of([0.5, 1]),
    })),
  };
}

/** Rules of thumb, for those who are not in turn: who solves for equilibria takes long. */
const QUICK = ["hold", "follow", "headline", "undercut", "cost-plus", "penetration", "formula", "loss-leader"] as const;

function vendor(draw: Draws, id: string, turn: number): Tree {
  const tiers = id === "c" ? ["main", "lite"] : ["main", draw.of(["flagship", "long", "lite"])];
  const rule = id === "a" ? strategies.list()[turn % strategies.list().length] : strategies.get(draw.of(QUICK));
  const rival = id === "a" ? "b" : "a";
  const named = { ...namedOf(id, draw.of(DATES)), vendor: rival };
  return {
    name: id.toUpperCase(),
    trust: draw.of([-0.3, 0, 0.4]),
    reach: draw.of([0.5, 1.5]),
    load: draw.of([0.3, 0.6]),
    ...money(draw, id),
    ...maybe(draw, 0.25, () => ({ tax: { rate: draw.of([0.06, 0.2]), perMtok: draw.of([0, 0.2]) } })),
    ...maybe(draw, 0.3, () => ({ trustBy: { firms: draw.of([-0.6, 0.3]) } })),
    ...maybe(draw, 0.3, () => ({ credits: { amount: draw.of([1, 20]), from: draw.of([null, DATES[1]]) } })),
    ...maybe(draw, 0.35, () => ({
      offPeak: { discount: draw.of([0.3, 0.6]), hours: draw.of([0.3, 0.5]), from: draw.of([null, DATES[2]]) },
    })),
    ...maybe(draw, 0.3, () => ({ captive: draw.of([0.5, 30]) })),
    ...(id === "c" && maybe(draw, 0.2, () => ({ owner: "a" }))),
    conduct: {
      shareWeight: draw.of([0, 0.01]),
      largestCut: draw.of([1, 0.3]),
      everyDays: draw.of([1, 10]),
      sees: draw.of(["now", "now", "now", "never"]),
      sightLag: draw.of([0, 0, 9]),
      sightNoise: draw.of([0, 0, 0.05]),
    },
    strategy: { kind: rule.id, ...parametersFor(rule, draw, named) },
    products: {
      ...Object.fromEntries(tiers.map((tier, k) => [tier, product(draw, tier, id === "c" ? k : turn + k)])),
      ...maybe(draw, id === "a" ? 1 : 0.4, () => ({
        app: { tier: "main", arena: "apps", price: { month: draw.of([0, 20, 60]) }, cost: cost(draw, 1) },
      })),
      ...maybe(draw, id === "b" ? 1 : 0.3, () => drawnPlan(draw, cost(draw, 1))),
      ...maybe(draw, id === "c" ? 1 : 0.3, () => ({
        clip: { tier: "main", arena: "video", price: { second: draw.of([0.05, 0.2]) }, cost: cost(draw, 1) },
      })),
    },
  };
}

/** Events of three kinds, in turn, on later and later days. */
function events(draw: Draws, seed: number): Tree[] {
  const kinds = eventKinds.list();
  const last = (id: string) => Number(id === "exit" || id === "retire"); // nothing happens to what has left
  const chosen = [0, 1, 2].map((k) => kinds[(3 * seed + k) % kinds.length]);
  return chosen
    .toSorted((a, b) => last(a.id) - last(b.id))
    .map((kind, k) => {
      const id = draw.of(["a", "b", "c"]);
      const given = parametersFor(kind, draw, namedOf(id, DATES[k + 2]));
      return { date: DATES[k + 1], kind: kind.id, ...given, ...REACH[kind.id]?.(id, draw) };
    });
}

/** What parameters of a kind need of each other, and of the vendor: a leases a fleet, b does research, c runs GPUs. */
const REACH: Readonly<Record<string, (id: string, draw: Draws) => Tree>> = {
  price: (id, draw) =>
    draw.of<Tree>([
      { vendor: id, change: -0.4 },
      { product: `${id}.main`, price: { input: 1.5, output: 3 } },
    ]),
  tariff: (id, draw) => ({ product: `${id}.main`, tariff: { ...drawnTariff(draw, false), batch: 0.5 } }),
  tax: (id, draw) =>
    draw.of<Tree>([
      { vendor: id, rate: 0.1, perMonth: 0, perSecond: 0 },
      { rate: 0.05, perMtok: 0.1 },
    ]),
  outage: (id, draw) => ({ ...draw.of<Tree>([{ vendor: id }, { product: `${id}.main` }]), days: 9 }),
  attention: () => ({ vendor: "c" }),
  quantisation: () => ({ vendor: "c", weightBits: 8, kvBits: 8 }),
  batching: (_, draw) => ({ vendor: "c", ...draw.of<Tree>([{ cacheHit: 0.4 }, { mfuDecode: 0.6 }, { mbu: 0.8 }]) }),
  technology: (id, draw) => draw.of<Tree>([{ factor: 1.5 }, { vendor: id, factor: 2, spillover: 0.5 }]),
  refund: () => ({ product: "b.plan" }),
  "research-budget": () => ({ vendor: "b" }),
  "fleet-size": () => ({ vendor: "a" }),
};

const all = [...mechanisms, ...tariffMechanisms];

/** The scenario file of a seed, as YAML has it. */
function drawnText(seed: number): string {
  const draw = draws(seed);
  if (seed % 8 === 0) return JSON.stringify(drawnTextbook(draw, seed));
  const vendors = Object.fromEntries(["a", "b", "c"].map((id) => [id, vendor(draw, id, seed)]));
  const daily = seed % 7 === 0;
  return JSON.stringify({
    id: `drawn-${seed}`,
    title: "t",
    question: "q",
    clock: {
      start: START,
      end: daily ? "2026-03-29" : "2026-05-03",
      tickDays: daily ? 1 : 7,
      burnInWeeks: draw.of([0, 2, 6]),
    },
    currency: "CNY",
    fx: { USD: 7.2 },
    arenas: { apps: { meter: "month" }, plans: { meter: "month" }, video: { meter: "second" } },
    rules: {
      belowCost: draw.below(4) > 0,
      largestCut: draw.of([1, 1, 0.5]),
      ...maybe(draw, 0.3, () => ({
        tax: { rate: draw.of([0.06, 0.13]), perMonth: draw.of([0, 2]), perSecond: 0.001 },
      })),
    },
    demand: drawnDemand(draw),
    costs: {
      gpuPrice: draw.of<unknown>([
        14.4,
        [
          { date: START, value: 14.4 },
          { date: DATES[3], value: 10 },
        ],
      ]),
      technology: draw.of([0, 0.7]),
      level: draw.of([0.5, 1, 2]),
      cached: draw.of([0.1, 0.3]),
    },
    vendors,
    events: events(draw, seed),
    off: seed % 2 === 0 ? [] : [seed, seed + 1].map((k) => all[k % all.length].id),
  });
}

/** @throws ScenarioError where what was drawn does not go together. */
export const drawnScenario = (seed: number): Scenario => readScenario(drawnText(seed), { file: "drawn.yaml" }).scenario;
