import { segmentsOf } from "../demand/demand-model.ts";
import { dayNumber } from "../scenario/dates.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Finding } from "../text/errors.ts";
import type { Text } from "../text/text.ts";

/** What a run holds in memory at once, and what it writes down, both of which a scenario decides. */
const MOST = {
  products: 500,
  segments: 100,
  /** People times products: tastes of every person for every product. */
  tastes: 2e9,
  /** Ticks times vendors, products and segments: rows of a recording. */
  rows: 4e6,
} as const;

/** Markets too large for any machine are refused at the number that makes them so, before anything is made of it. */
export function sizeChecks(scenario: Scenario): Finding[] {
  const { clock, demand, vendors } = scenario;
  const products = Object.values(vendors).reduce((sum, vendor) => sum + Object.keys(vendor.products).length, 0);
  const segments = Object.keys(segmentsOf(scenario)).length;
  const people = typeof demand.agents === "number" ? demand.agents : 0;
  const ticks = (dayNumber(clock.end) - dayNumber(clock.start) + 1) / clock.tickDays;
  const rows = ticks * (Object.keys(vendors).length + products + segments);
  const findings: (Finding | false)[] = [
    products > MOST.products && { path: ["vendors"], text: tooMany(products, MOST.products, PRODUCTS) },
    segments > MOST.segments && { path: ["demand", "segments"], text: tooMany(segments, MOST.segments, SEGMENTS) },
    people * products > MOST.tastes && { path: ["demand", "agents"], text: crowded(people, products) },
    rows > MOST.rows && { path: ["clock"], text: TOO_LONG },
  ];
  return findings.filter((found) => found !== false);
}

const PRODUCTS: Text = { en: "products", zh: "个产品" };
const SEGMENTS: Text = { en: "segments", zh: "个用户群" };

const tooMany = (n: number, most: number, what: Text): Text => ({
  en: `${n} ${what.en}; a market has at most ${most}`,
  zh: `共 ${n} ${what.zh}，一个市场最多 ${most} ${what.zh}`,
});

const crowded = (people: number, products: number): Text => ({
  en: `${people} people with ${products} products to choose from take more memory than there is; fewer people will do`,
  zh: `${people} 人在 ${products} 个产品间选择，内存放不下；请减少人数`,
});

const TOO_LONG: Text = {
  en: "so many ticks of so many products cannot be recorded; make the run shorter, or tickDays: 7",
  zh: "时间步与产品过多，记录放不下；请缩短运行，或写 tickDays: 7",
};
