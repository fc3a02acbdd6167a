import type { ParameterTable, ValuesOf } from "../registry.ts";
import type { View } from "../model/view.ts";
import type { TokenPrice } from "../price.ts";
import { atMargin, band, ofTier, reviewDays } from "./parameters.ts";
import { comparable } from "./rivals.ts";
import { type Decision, tariffAt, type Reasons, strategy } from "./strategy.ts";

interface Memory {
  phase: "peace" | "preying" | "recouping";
  prey: string | null;
  before: Record<string, TokenPrice>; // prices in peace
  nextReview: number;
}

const DEPTH = 0.7;
const WORTH = 1.05; // falls of cost are passed on when they amount to this much

const parameters = {
  prey: {
    type: "vendor",
    default: "",
    label: { en: "Rival aimed at (empty: whoever has least money left)", zh: "目标对手（留空则选资金最紧的一家）" },
  },
  depth: {
    type: "by-tier",
    unit: "1",
    default: { flagship: DEPTH, main: DEPTH, long: DEPTH, reasoning: DEPTH, lite: DEPTH },
    range: [0, 1],
    label: { en: "Price while preying, over unit cost, by tier", zh: "掠夺期各档价格与成本之比" },
  },
  advantage: {
    type: "number",
    unit: "1",
    default: 1.5,
    range: [1, 100],
    label: { en: "How many times longer its own money must last", zh: "自身资金要比对手多撑几倍" },
  },
  recoupMargin: {
    type: "number",
    unit: "1",
    default: 0.5,
    range: [0, 0.95],
    label: { en: "Gross margin while recouping", zh: "收回损失时的毛利率" },
  },
  band,
  reviewDays: reviewDays(7),
} as const satisfies ParameterTable;
type Parameters = ValuesOf<typeof parameters>;

const reasons = {
  prey: { en: "to wear {x} out", zh: "拖垮{x}" },
  spare: { en: "gives up on {x}", zh: "放过{x}" },
  recoup: { en: "{x} is gone: recoups", zh: "{x}已退出，开始收回成本" },
} as const satisfies Reasons;
type Reason = keyof typeof reasons;

export const predator = strategy({
  id: "predator",
  label: { en: "Predator", zh: "掠夺性定价" },
  description: {
    en:
      "Prices below cost while a rival's money runs out sooner than its own, and recoups once the " +
      "rival is gone (long purse: Bolton & Scharfstein 1990).",
    zh: "趁对手的钱比自己先烧完，以低于成本的价格逼其出局，对手退出后再提价收回损失（“深口袋”：Bolton & Scharfstein 1990）。",
  },
  parameters,
  reasons,
  example: { depth: { lite: 0.5 }, recoupMargin: 0.6 },
  remember: (): Memory => ({ phase: "peace", prey: null, before: {}, nextReview: 0 }),
  decide(view, parameters, memory) {
    if (view.day < memory.nextReview) return [];
    memory.nextReview = view.day + parameters.reviewDays;
    memory.prey ??= chooses(view, parameters);
    if (memory.prey === null || memory.phase === "recouping") return [];
    const here = view.rivals.some((r) => r.vendor === memory.prey);
    if (!here) return memory.phase === "preying" ? recoup(view, parameters, memory) : [];
    const outlasts = view.ownRunway() > parameters.advantage * view.runway(memory.prey);
    return outlasts ? prey(view, parameters, memory) : makePeace(view, memory);
  },
});

/** The vendor of a comparable product whose published money lasts least, if it is to run out at all. */
function chooses(view: View, parameters: Parameters): string | null {
  if (parameters.prey !== "") return parameters.prey;
  const vendors = new Set(view.own.flatMap((p) => comparable(view, p, parameters.band).map((r) => r.vendor)));
  let [weakest, least]: [string | null, number] = [null, Infinity];
  for (const vendor of vendors) if (view.runway(vendor) < least) [weakest, least] = [vendor, view.runway(vendor)];
  return weakest;
}

/** Below cost, on whatever competes with the prey; a price that is lower already stays. */
function prey(view: View, parameters: Parameters, memory: Memory): Decision<Reason>[] {
  memory.phase = "preying";
  return view.own
    .filter((p) => p.live && comparable(view, p, parameters.band).some((r) => r.vendor === memory.prey))
    .map((p) => ({ p, price: p.unitCost * ofTier(parameters.depth, p.tier, DEPTH) }))
    .filter(({ p, price }) => p.price > price * WORTH)
    .map(({ p, price }) => {
      memory.before[p.id] ??= p.tariff;
      return { product: p.index, to: tariffAt(p, price), because: `prey:${memory.prey}` };
    });
}

/** The rival can last: back to the prices of before. */
function makePeace(view: View, memory: Memory): Decision<Reason>[] {
  memory.phase = "peace";
  const back = view.own.filter((p) => p.live && memory.before[p.id] !== undefined);
  const decisions = back.map((p): Decision<Reason> => ({
    product: p.index,
    to: memory.before[p.id],
    because: `spare:${memory.prey}`,
  }));
  memory.before = {};
  return decisions;
}

function recoup(view: View, { recoupMargin }: Parameters, memory: Memory): Decision<Reason>[] {
  memory.phase = "recouping";
  return view.own
    .filter((p) => p.live && memory.before[p.id] !== undefined)
    .map((p) => ({
      product: p.index,
      to: tariffAt(p, atMargin(p.unitCost, recoupMargin)),
      because: `recoup:${memory.prey}`,
    }));
}
