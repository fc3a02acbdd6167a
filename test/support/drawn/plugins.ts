import type { Parameter, ParameterTable, Plugin } from "../../../engine/index.ts";
import type { Draws } from "../faults/seeded.ts";

/** What a drawn market has, so that a plugin's parameters can speak of it. */
export interface Named {
  readonly vendor: string;
  /** Of the vendor, by its own name. */
  readonly product: string;
  readonly segment: string;
  readonly date: string;
  readonly tiers: readonly string[];
}

const firstNumber = (x: unknown): number | null => {
  const found = typeof x === "number" ? x : Number.parseFloat(String(x));
  return Number.isFinite(found) ? found * (String(x).includes("%") ? 0.01 : 1) : null;
};

/** Round figures: what is drawn should be legible where it differs. */
const round = (x: number): number => Number(x.toPrecision(3));

function near(x: number, { range = [-Infinity, Infinity], type }: Parameter, draw: Draws): number {
  const drawn = x === 0 ? draw.of([0, 0.1, 0.3, 0.6]) : x * draw.of([0.5, 0.8, 1, 1.3, 2]);
  const within = Math.min(range[1], Math.max(range[0], round(drawn)));
  return type === "integer" ? Math.max(1, Math.round(within)) : within;
}

const TEXTS = { price: "max(0.9 * cost, 0.97 * cheapest)" };

/** A value that a parameter may have, near its default or example. */
function valueOf(p: Parameter, example: unknown, draw: Draws, named: Named): unknown {
  if (p.choices) return draw.of(p.choices);
  const known = firstNumber(example ?? p.default);
  switch (p.type) {
    case "number":
    case "integer":
      return near(known ?? 0.5, p, draw);
    case "boolean":
      return draw.below(2) === 1;
    case "by-tier": {
      const usual = Object.values((example ?? p.default ?? {}) as Record<string, number>)[0] ?? 0.5;
      return Object.fromEntries(named.tiers.map((tier) => [tier, near(usual, p, draw)]));
    }
    case "schedule":
      return [
        { date: named.date, product: named.product, price: { input: draw.of([1, 2, 6]) } },
        { date: named.date, product: named.product, tariff: { batch: 0.5 } },
      ];
    case "product":
      return `${named.vendor}.${named.product}`;
    case "vendor":
      return named.vendor;
    case "segment":
      return named.segment;
    case "prices":
      return { input: draw.of([0.5, 2, 5]), output: draw.of([1, 4, 9]) };
    case "tariff":
      return { batch: draw.of([0.4, 0.6]), tokenizer: draw.of([1, 1.2]) };
    case "strategy":
      return { kind: draw.of(["follow", "undercut", "cost-plus"]) };
    case "formula":
      return TEXTS.price;
    default:
      return example ?? p.default ?? named.tiers[0];
  }
}

/** Parameters for a plugin: what must be given, and about half of what may be. */
export function parametersFor(
  { parameters, example }: Pick<Plugin, "parameters" | "example">,
  draw: Draws,
  named: Named,
): Record<string, unknown> {
  const given = Object.entries(parameters as ParameterTable).filter(
    ([, p]) => p.default === undefined || (p.default !== null && draw.below(2) === 0),
  );
  return Object.fromEntries(given.map(([name, p]) => [name, valueOf(p, example[name], draw, named)]));
}
