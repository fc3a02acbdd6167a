import { benchmarks, mergerTable, say } from "../../engine/index.ts";
import { heldProducts, openDay, vendorIndices } from "../equilibrium/day.ts";
import { equilibriumJson, mergerJson } from "../equilibrium/json.ts";
import { mergerText } from "../equilibrium/merger-text.ts";
import { equilibriumText } from "../equilibrium/text.ts";
import { print, printJson, progressLine } from "../io.ts";
import { openAloud } from "../scenario.ts";
import type { Verb } from "../verb.ts";

export const equilibriumVerb: Verb = {
  uses: ["set", "plugin", "seed", "agents", "weeks"],
  flags: [
    ["--at <date>", { en: "the day (default: the first)", zh: "日期（默认第一天）" }],
    ["--hold <names>", { en: "vendors or products that keep their prices", zh: "价格保持不变的厂商或产品" }],
    ["--merge <vendors>", { en: "vendors under one owner: prices before and after", zh: "合并的厂商：合并前后的价格" }],
  ],
  example: "pricewar equilibrium china-2024 --at 2024-06-30 --agents 4000",
  async run([name], options) {
    const { scenario } = openAloud(name, options);
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    const asked = { at: options.at === undefined ? undefined : String(options.at), seed: options.seed };
    const { model, market, at } = openDay(scenario, asked, line.update);
    line.end();
    if (options.merge !== undefined) {
      const table = mergerTable(model, market, vendorIndices(model, names(options.merge)));
      if (options.json) printJson(mergerJson(model, table, at));
      else print(mergerText(scenario, model, table, { at, ...options }));
      return;
    }
    const b = benchmarks(model, market, { hold: heldProducts(model, names(options.hold)) });
    if (options.json) printJson(equilibriumJson(model, b, at));
    else print(equilibriumText(scenario, model, b, { at, ...options }));
  },
};

/** Names that a flag lists. */
const names = (given: unknown): string[] =>
  typeof given === "string" ? given.split(/[,，\s]+/).filter((name) => name !== "") : [];
