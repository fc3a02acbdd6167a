import { say } from "../../../engine/index.ts";
import { money, percent } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";
import type { Sentence } from "../model.ts";
import { cell } from "../phrases.ts";
import type { SectionKind } from "../section.ts";
import { name, of } from "../sentence.ts";
import { ACCOUNTS, ACCOUNTS_HEAD, PURSE } from "./table-words.ts";

/** Each vendor's shares and profit and loss, means over time and replications. */
export const vendors: SectionKind = {
  id: "vendors",
  label: { en: "Vendors' accounts", zh: "厂商损益" },
  heading: { en: "Vendors' accounts", zh: "厂商损益" },
  build({ evidence, subject, lang }) {
    const { scenario, recordings } = subject;
    const paid = (x: number) => money(x, scenario.currency, lang);
    const cash = (x: number) => (x === Infinity ? say(PURSE, lang) : paid(x));
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
    return [{ kind: "table", table: { caption: say(ACCOUNTS, lang), head: say(ACCOUNTS_HEAD, lang), rows } }];
  },
};
