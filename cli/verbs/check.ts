import { say } from "../../engine/index.ts";
import { print, printJson } from "../io.ts";
import { openAloud } from "../scenario.ts";
import type { Verb } from "../verb.ts";
import { fine } from "./verb-words.ts";

export const check: Verb = {
  uses: ["set", "plugin", "agents", "weeks"],
  example: "pricewar check china-2024",
  async run([name], options) {
    const { scenario, notes } = openAloud(name, options);
    const vendors = Object.values(scenario.vendors);
    const products = vendors.reduce((sum, v) => sum + Object.keys(v.products).length, 0);
    const { id, events } = scenario;
    if (options.json) printJson({ ok: true, id, vendors: vendors.length, products, notes });
    else print(say(fine, options.lang)({ id, vendors: vendors.length, products, events: events.length }));
  },
};
