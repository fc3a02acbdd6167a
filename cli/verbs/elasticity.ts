import { say } from "../../engine/index.ts";
import { drawsFlag, drawsOption } from "../draws.ts";
import { elasticitySummary } from "../elasticity/summary.ts";
import { elasticityText } from "../elasticity/text.ts";
import { print, printJson, progressLine } from "../io.ts";
import { currencyFlag } from "../currency-flag.ts";
import { shownAsAsked, timesAll, withRate } from "../reader-money.ts";
import { openAloud } from "../scenario.ts";
import type { Verb } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

export const elasticityVerb: Verb = {
  uses: ["set", "plugin", "seed", "agents", "weeks"],
  flags: [
    ["--at <date>", { en: "the day (default: the first)", zh: "日期（默认第一天）" }],
    drawsFlag,
    ["-n, --runs <n>", { en: "draws, with --draws (default 20)", zh: "抽样数，与 --draws 合用（默认 20）" }],
    currencyFlag,
  ],
  example: "pricewar elasticity china-2024 --at 2024-06-30 --agents 2000",
  async run([name], options) {
    const { scenario } = openAloud(name, options);
    const { seed, lang } = options;
    const shown = shownAsAsked(options, scenario); // before the search, not after it
    const draws = drawsOption(options, scenario);
    const count = draws ? wholeNumber("-n", String(options.runs ?? 20), 1, 10_000) : 1;
    const at = options.at === undefined ? undefined : String(options.at);
    const line = progressLine(say(scenario.title, lang), options.quiet, lang);
    const found = elasticitySummary(scenario, { at, seed, draws, count, onProgress: line.update });
    line.end();
    const products = found.products.map((p) => ({ ...p, price: timesAll(p.price, shown.rate) }));
    const read = { ...found, products };
    if (options.json) printJson(read);
    else print(withRate(elasticityText(read, shown.scenario, lang), shown, scenario, lang));
  },
};
