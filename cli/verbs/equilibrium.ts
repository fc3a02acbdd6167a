import { type Model, type OwnerChange, say } from "../../engine/index.ts";
import { heldProducts, openDay, vendorIndices } from "../equilibrium/day.ts";
import { equilibriumJson, mergerJson } from "../equilibrium/json.ts";
import { benchmarksIn, mergerIn } from "../equilibrium/in-money.ts";
import { mergerText } from "../equilibrium/merger-text.ts";
import { searchMerger, searchPrices } from "../equilibrium/search.ts";
import { equilibriumText } from "../equilibrium/text.ts";
import { print, printJson, progressLine } from "../io.ts";
import { currencyFlag, shownAsAsked, withRate } from "../reader-money.ts";
import { openAloud, wholeNumber } from "../scenario.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import { MERGE_OR_OWNERS, NO_OWNERS, NO_STARTS } from "./verb-words.ts";

export const equilibriumVerb: Verb = {
  uses: ["set", "plugin", "seed", "agents", "weeks"],
  flags: [
    ["--at <date>", { en: "the day (default: the first)", zh: "日期（默认第一天）" }],
    ["--hold <names>", { en: "vendors or products that keep their prices", zh: "价格保持不变的厂商或产品" }],
    [
      "--starts <number>",
      { en: "look for other equilibria from so many other prices", zh: "再从多少组价格出发，寻找其他均衡" },
    ],
    ["--merge <vendors>", { en: "vendors under one owner: prices before and after", zh: "合并的厂商：合并前后的价格" }],
    ["--owners", { en: "the scenario's owners against nobody owning another", zh: "情景所写的所有权与各自独立的对比" }],
    currencyFlag,
  ],
  example: "pricewar equilibrium china-2024 --at 2024-06-30 --agents 4000",
  async run([name], options) {
    const { scenario } = openAloud(name, options);
    const { seed, lang } = options;
    const shown = shownAsAsked(options, scenario); // before the search, not after it
    const line = progressLine(say(scenario.title, lang), options.quiet, lang);
    const asked = { at: options.at === undefined ? undefined : String(options.at), seed };
    const day = openDay(scenario, asked, line.update);
    line.end();
    const { model, at } = day;
    const hold = heldProducts(day, names(options.hold));
    const change = ownerChange(model, options);
    const starts = options.starts === undefined ? 0 : wholeNumber("--starts", String(options.starts), 1, 1000);
    if (change && starts > 0) throw new UsageError(NO_STARTS);
    const tellIn = (text: string) => print(withRate(text, shown, scenario, lang));
    const how = { lang, at };
    if (change) {
      const { found: own, agents } = searchMerger(day, { ...change, hold, seed });
      const found = mergerIn(own, shown.rate);
      if (options.json) printJson(mergerJson(model, found, { at, agents }));
      else tellIn(mergerText(shown.scenario, model, found, { ...how, agents }));
      return;
    }
    const { found: own, agents } = searchPrices(day, { hold, seed, starts });
    const found = benchmarksIn(own, shown.rate);
    if (options.json) printJson(equilibriumJson(model, found, { at, agents }));
    else tellIn(equilibriumText(shown.scenario, model, found, { ...how, agents, starts }));
  },
};

/** Whom the flags put under one owner, or null where they do not ask. */
function ownerChange(model: Model, { merge, owners }: Options): OwnerChange | null {
  if (merge !== undefined && owners) throw new UsageError(MERGE_OR_OWNERS);
  if (owners) {
    if (model.products.every(({ owner, vendor }) => owner === vendor)) throw new UsageError(NO_OWNERS);
    return { stated: true };
  }
  return merge === undefined ? null : { merge: vendorIndices(model, names(merge)) };
}

/** Names that a flag lists. */
const names = (given: unknown): string[] =>
  typeof given === "string" ? given.split(/[,，\s]+/).filter((name) => name !== "") : [];
