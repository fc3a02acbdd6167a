import type { Product, Scenario } from "../scenario/scenario.ts";
import { dropEvents, editProducts, editVendors } from "./edit.ts";
import type { Mechanism } from "./mechanism.ts";

/** Capital, research and quality: the long run. */
export const industryMechanisms: readonly Mechanism[] = [
  {
    id: "M-17",
    title: { en: "The capital market", zh: "资本市场" },
    claim: {
      en: "Zhang Yi: capital markets ask whether the business can last and earn at scale.",
      zh: "张毅：资本市场会追问商业模式能否持续、规模化之后能否盈利。",
    },
    files: ["engine/finance/funding.ts"],
    parameters: ["vendors.*.funding"],
    off: (s) => editVendors(s, () => ({ funding: null })),
  },
  {
    id: "M-19",
    title: { en: "Quality is the harder competition", zh: "质量是更硬的竞争" },
    claim: {
      en: "The article: after price, technology and quality are the harder competition and the moat.",
      zh: "报道：价格之后，技术和质量才是更硬的竞争，也是护城河。",
    },
    files: ["engine/demand/mixed-logit/tables.ts", "engine/events/quality.ts", "engine/research/progress.ts"],
    parameters: ["products.*.quality", "events: quality", "vendors.*.research"],
    off: (s) => dropEvents(equalQuality(s), "quality"),
  },
  {
    id: "M-20",
    title: { en: "Cautious research", zh: "研发趋于谨慎" },
    claim: {
      en: "Zhang Yi: fierce competition makes returns on R&D uncertain and R&D cautious.",
      zh: "张毅：竞争激烈使研发回报不确定，研发投入趋于谨慎。",
    },
    files: ["engine/research/budget.ts"],
    parameters: ["vendors.*.research.marginPull", "vendors.*.research.caution"],
    off: (s) =>
      editVendors(s, ({ research }) => ({ research: research && { ...research, marginPull: 0, caution: 0 } })),
  },
  {
    id: "M-23",
    title: { en: "Open weights", zh: "开源权重" },
    claim: {
      en: "The article: V2 was open-sourced together with its low price.",
      zh: "报道：V2 在低价的同时开源。",
    },
    files: ["engine/scenario/hosts.ts"],
    parameters: ["products.*.openWeights"],
    off: (s) => editProducts(s, () => ({ openWeights: undefined })),
  },
];

/** Every product of a tier is as good as the tier's mean. */
function equalQuality(s: Scenario): Scenario {
  const all = Object.values(s.vendors)
    .flatMap((v) => Object.values(v.products))
    .filter((p) => !p.reference);
  const mean = ({ tier, arena }: Product) => {
    const alike = all.filter((p) => p.tier === tier && p.arena === arena);
    return alike.reduce((sum, p) => sum + p.quality, 0) / alike.length;
  };
  return editProducts(s, (p) => (p.reference ? {} : { quality: mean(p) }));
}
