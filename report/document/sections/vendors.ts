import { money, percent } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";
import type { Sentence } from "../model.ts";
import { cell } from "../phrases.ts";
import type { SectionKind } from "../section.ts";
import { name, of } from "../sentence.ts";

/** Each vendor's shares and profit and loss, means over time and replications. */
export const vendors: SectionKind = {
  id: "vendors",
  label: { en: "Vendors’ accounts", zh: "厂商损益" },
  heading: { en: "Vendors’ accounts", zh: "厂商损益" },
  build({ evidence, subject, lang }) {
    const zh = lang === "zh";
    const { scenario, recordings } = subject;
    const cash = (x: number) =>
      x === Infinity ? (zh ? "母公司支持" : "parent’s purse") : money(x, scenario.currency, lang);
    const paid = (x: number) => money(x, scenario.currency, lang);
    const selling = recordings[0].vendorIds.filter((id) =>
      Object.values(scenario.vendors[id].products).some((p) => !p.reference),
    );
    const rows = selling.map((id): readonly Sentence[] => {
      const at = (what: string, words: (x: number) => string) => cell(evidence.value(`A/vendors.${id}.${what}`, words));
      const left = evidence.value(`A/vendors.${id}.cash`, cash);
      return [
        of(name(vendorName(scenario, id, lang))),
        at("tokenShare:start", percent),
        at("tokenShare", percent),
        at("revenue:mean", paid),
        at("costOfRevenue:mean", paid),
        at("grossProfit:mean", paid),
        left.value === Infinity ? of(name(left.said)) : cell(left),
        at("alive#share", percent),
      ];
    });
    return [
      {
        kind: "table",
        table: {
          caption: zh
            ? "收入、成本与毛利为全程周均值；现金为期末值"
            : "Revenue, cost and gross profit: means a week over the whole run; cash at the end",
          head: zh
            ? ["厂商", "期初份额", "期末份额", "收入/周", "营业成本/周", "毛利/周", "期末现金", "存活"]
            : [
                "Vendor",
                "Share, start",
                "Share, end",
                "Revenue",
                "Cost of revenue",
                "Gross profit",
                "Cash, end",
                "Alive",
              ],
          rows,
        },
      },
    ];
  },
};
