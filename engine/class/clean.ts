import { choicesOf, type Decisions, MOST } from "../game/index.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Lever } from "./plan.ts";

/** What phones send is data of strangers: it is taken apart and put together anew, so nothing unasked for gets in. */

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === "object" && x !== null && !Array.isArray(x);

/** Longest pseudonym, in characters. */
export const NAME_LENGTH = 24;
/** Letters of any script, digits, and marks that names have: nothing that a page, a sheet or a shell could obey. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._·'’-]*$/u;
/** More marks on one letter than any script writes: they would climb over the lines above. */
const HEAP = /\p{M}{4}/u;

/** A pseudonym as it will be shown; null for one that is none. */
export function cleanName(given: unknown): string | null {
  if (typeof given !== "string" || given.length > 200) return null;
  const name = given.normalize("NFC").replace(/\s+/g, " ").trim();
  return [...name].length <= NAME_LENGTH && NAME.test(name) && !HEAP.test(name) ? name : null;
}

/** Why decisions are refused: what they are not, of what. */
export interface BadDecision {
  readonly bad: "shape" | "lever" | "product" | "range";
  readonly what: string;
}

interface Rules {
  readonly scenario: Scenario;
  readonly vendor: string;
  readonly levers: readonly Lever[];
}

/** Those of the levers that do something in a market: one of a textbook knows prices alone. */
export function actingLevers({ scenario, vendor, levers }: Rules): Lever[] {
  const { people, fleet } = choicesOf(scenario, vendor);
  return levers.filter((lever) => lever === "prices" || (lever === "gpus" ? fleet : people));
}

/** A team's decisions, or what is wrong with them. */
export function cleanDecisions(given: unknown, rules: Rules): Decisions | BadDecision {
  if (!isRecord(given)) return { bad: "shape", what: "" };
  const acting = actingLevers(rules);
  const unknown = Object.keys(given).find((key) => !acting.includes(key as Lever));
  if (unknown !== undefined) return { bad: "lever", what: unknown.slice(0, 40) };
  const clean: { -readonly [K in keyof Decisions]: Decisions[K] } = {};
  for (const [lever, value] of Object.entries(given) as [Lever, unknown][]) {
    const part = PARTS[lever](value, rules);
    if (isBad(part)) return part;
    Object.assign(clean, { [lever]: part });
  }
  return clean;
}

export const isBad = (x: unknown): x is BadDecision => isRecord(x) && typeof x.bad === "string";

type Part = (value: unknown, rules: Rules) => unknown;

const PARTS: Readonly<Record<Lever, Part>> = {
  prices: byProduct((price, what) => {
    if (!isRecord(price)) return { bad: "shape", what };
    const [input, output] = [amount(price.input, MOST.price, what), amount(price.output, MOST.price, what)];
    return isBad(input) ? input : isBad(output) ? output : { input, output };
  }),
  free: byProduct((quota, what) => amount(quota, MOST.free, what)),
  research: (x) => amount(x, MOST.research, "research"),
  credits: (x) => amount(x, MOST.credits, "credits"),
  gpus: (x) => (x === null || Number.isInteger(x) ? (x === null ? null : amount(x, MOST.gpus, "gpus")) : SHAPELESS),
};

const SHAPELESS: BadDecision = { bad: "shape", what: "gpus" };

function byProduct(part: (value: unknown, product: string) => unknown): Part {
  return (value, { scenario, vendor }) => {
    if (!isRecord(value)) return { bad: "shape", what: "" };
    const clean: Record<string, unknown> = {};
    for (const [product, x] of Object.entries(value)) {
      if (!Object.hasOwn(scenario.vendors[vendor].products, product))
        return { bad: "product", what: product.slice(0, 40) };
      const found = part(x, product);
      if (isBad(found)) return found;
      clean[product] = found;
    }
    return clean;
  };
}

function amount(x: unknown, most: number, what: string): number | BadDecision {
  if (typeof x !== "number") return { bad: "shape", what };
  return x >= 0 && x <= most ? x : { bad: "range", what };
}
