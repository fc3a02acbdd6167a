import { print } from "../io.ts";
import { openScenario } from "../scenario.ts";
import type { Verb } from "../verb.ts";

export const check: Verb = {
  example: "pricewar check china-2024",
  async run([name], options) {
    const { scenario } = openScenario(name, options);
    const vendors = Object.values(scenario.vendors);
    const products = vendors.reduce((sum, v) => sum + Object.keys(v.products).length, 0);
    if (options.json) print(JSON.stringify({ ok: true, id: scenario.id, vendors: vendors.length, products }));
    else if (options.lang === "zh")
      print(
        `${scenario.id}：没有问题。${vendors.length} 家厂商，${products} 款产品，${scenario.events.length} 个事件。`,
      );
    else
      print(`${scenario.id}: fine. ${vendors.length} vendors, ${products} products, ${scenario.events.length} events.`);
  },
};
