import type { Scenario } from "../scenario/scenario.ts";
import { editDemand, editVendors, hold, ofFollowers, replaceStrategies, setParameters } from "./edit.ts";
import type { Mechanism } from "./mechanism.ts";

const GRABS = ["loss-leader", "penetration", "predator"];
const WHOLLY = { flagship: 1, main: 1, long: 1, reasoning: 1, lite: 1 };

/** How vendors price against each other. */
export const conductMechanisms: readonly Mechanism[] = [
  {
    id: "M-3",
    title: { en: "Grabbing the ecosystem", zh: "抢占生态" },
    claim: {
      en:
        "Huatai: even with no technical basis, cutting price to win developers is a main means of " +
        "grabbing the ecosystem.",
      zh: "华泰证券：即便没有技术基础，降价吸引开发者也是抢占生态的主要手段。",
    },
    files: [
      "engine/demand/mixed-logit/ecosystem.ts",
      "engine/strategies/loss-leader.ts",
      "engine/strategies/penetration.ts",
    ],
    parameters: ["demand.ecosystem", "strategy: loss-leader, penetration, predator"],
    off: (s) =>
      replaceStrategies(
        editDemand(s, ({ ecosystem }) => ({ ecosystem: { ...ecosystem, weight: 0 } })),
        (choice) => (GRABS.includes(choice.kind) ? hold : choice),
      ),
  },
  {
    id: "M-4",
    title: { en: "Deep pockets", zh: "巨头的资源" },
    claim: {
      en: "Huatai: the big and broad cutters are internet giants with richer resources.",
      zh: "华泰证券：降价幅度大、范围广的，是资源更丰富的互联网巨头。",
    },
    files: ["engine/finance/exit.ts", "engine/finance/purse.ts", "engine/market/phases/exit.ts"],
    parameters: ["vendors.*.cash", "vendors.*.purse", "vendors.*.outlays"],
    off: (s) => editVendors(s, () => ({ cash: null })), // everybody's money is endless
  },
  {
    id: "M-5",
    title: { en: "Entry tiers first", zh: "先降入门档" },
    claim: {
      en: "Huatai: cuts concentrate on entry-level lightweight APIs.",
      zh: "华泰证券：降价集中在入门级轻量模型。",
    },
    files: ["engine/strategies/follow.ts", "engine/strategies/headline.ts"],
    parameters: ["strategies.headline.passThrough", "strategies.follow.passThrough", "strategies.follow.tierDelay"],
    off: (s) =>
      setParameters(setParameters(s, "headline", { passThrough: WHOLLY }), "follow", {
        passThrough: WHOLLY,
        tierDelay: { flagship: 0 },
      }),
  },
  {
    id: "M-12",
    title: { en: "The bottom is not reached", zh: "尚未见底" },
    claim: {
      en: "Zhang Yi: given today's capability and habits, prices have not bottomed out.",
      zh: "张毅：以目前的能力和用户习惯看，价格还没有见底。",
    },
    files: ["engine/strategies/follow.ts", "engine/strategies/headline.ts"],
    parameters: [
      "strategies.headline.returns",
      "strategies.headline.returnDays",
      "strategies.follow.reviewDays",
      "strategies.follow.reviewShare",
    ],
    off: (s) => setParameters(setParameters(s, "headline", { returns: 0 }), "follow", { reviewShare: 0 }),
  },
  {
    id: "M-13",
    title: { en: "Negative gross margins", zh: "负毛利" },
    claim: {
      en: "Industry: prices may be driven below cost, to negative gross margins.",
      zh: "业界担忧：价格可能被打到成本以下，毛利为负。",
    },
    files: ["engine/market/phases/decide.ts", "engine/metrics/margins.ts"],
    parameters: ["rules.belowCost"],
    off: (s) => ({ ...s, rules: { ...s.rules, belowCost: false } }),
  },
  {
    id: "M-14",
    title: { en: "Reasonable cost, reasonable margin", zh: "合理成本、合理利润" },
    claim: {
      en: "Tan Dai: not a price war but bringing cost down to a reasonable price and unlocking applications.",
      zh: "谭待：不是价格战，而是把成本做到合理，解锁更多应用。",
    },
    files: ["engine/strategies/cost-plus.ts"],
    parameters: ["strategy: cost-plus"],
    off: (s) => replaceStrategies(s, (choice) => (choice.kind === "cost-plus" ? hold : choice)),
  },
  {
    id: "M-15",
    title: { en: "Step by step", zh: "循序渐进" },
    claim: {
      en: "Huatai: vendors weigh cost and cut step by step rather than fight blindly.",
      zh: "华泰证券：厂商会权衡成本、循序渐进，而不是盲目打价格战。",
    },
    files: ["engine/market/phases/decide.ts", "engine/strategies/follow.ts", "engine/strategies/headline.ts"],
    parameters: [
      "rules.largestCut",
      "vendors.*.conduct.largestCut",
      "strategies.headline.marginFloor",
      "strategies.follow.marginFloor",
    ],
    off: (s) =>
      ofFollowers(
        editVendors({ ...s, rules: { ...s.rules, largestCut: 1 } }, ({ conduct }) => ({
          conduct: { ...conduct, largestCut: 1 },
        })),
        { marginFloor: -20 },
      ),
  },
  {
    id: "M-22",
    title: { en: "Price for users", zh: "以价换量" },
    claim: {
      en: "The article: trading price for users under pressure to commercialise.",
      zh: "报道：在商业化压力下以价格换用户、拓市场。",
    },
    files: [
      "engine/market/view.ts",
      "engine/strategies/best-response.ts",
      "engine/strategies/forward-looking.ts",
      "engine/strategies/undercut.ts",
    ],
    parameters: ["vendors.*.conduct.shareWeight"],
    off: (s) => editVendors(s, ({ conduct }) => ({ conduct: { ...conduct, shareWeight: 0 } })),
  },
  {
    id: "M-24",
    title: { en: "A new low, and everybody follows", zh: "价格新低引发跟进" },
    claim: {
      en: "The article: V2 set a record low and the others followed, one after another.",
      zh: "报道：V2 刷新低价纪录，各家相继跟进。",
    },
    files: ["engine/strategies/follow.ts", "engine/strategies/headline.ts"],
    parameters: ["strategies.headline.strength", "strategies.follow.strength", "vendors.*.strategy.lag"],
    off: (s: Scenario) => ofFollowers(s, { strength: 0 }),
  },
];
