import { type ListedPrice, METER_IDS, type Meter } from "../price.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Finding } from "../text/errors.ts";
import type { Text } from "../text/text.ts";

type Path = readonly (string | number)[];

const METERS: Readonly<Record<Meter, readonly string[]>> = { token: METER_IDS, month: ["month"], second: ["second"] };
const BILLED: Readonly<Record<Meter, Text>> = {
  token: { en: "by the token: expected input, output", zh: "按 token 计价，应写 input、output" },
  month: { en: "by the month: expected month", zh: "按月计价，应写 month" },
  second: { en: "by the second: expected second", zh: "按秒计价，应写 second" },
};

const PLAN: Text = {
  en: "; a plan stands in an arena of its own, {meter: month}, which segments look at with also: [...]",
  zh: "；套餐应放在另设的 {meter: month} 竞技场，用户群用 also: [...] 同时考虑",
};

const NO_HINT: Text = { en: "", zh: "" };

/** A price of another meter than the one the product's arena bills by: it would be taken for that one's. */
export function meterFindings(scenario: Scenario, product: string, price: unknown, path: Path): Finding[] {
  const arena = arenaOf(scenario, product);
  if (arena === undefined || typeof price !== "object" || price === null) return [];
  const meter = scenario.arenas[arena]?.meter ?? "token";
  return Object.entries(price as ListedPrice)
    .filter(([name, x]) => x !== undefined && !METERS[meter].includes(name))
    .map(([name]) => {
      const hint = name === "month" ? PLAN : NO_HINT;
      return {
        path: [...path, name],
        text: {
          en: `“${name}” is no price of the arena “${arena}”, which is billed ${BILLED[meter].en}${hint.en}`,
          zh: `竞技场“${arena}”没有“${name}”这种价格：它${BILLED[meter].zh}${hint.zh}`,
        },
      };
    });
}

/** Of a product by its id, vendor.product; undefined where there is none. */
function arenaOf({ vendors }: Scenario, id: string): string | undefined {
  const at = id.indexOf(".");
  return vendors[id.slice(0, at)]?.products[id.slice(at + 1)]?.arena;
}
