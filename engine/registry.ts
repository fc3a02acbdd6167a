import type { ListedPrice } from "./price.ts";
import type { DatedPrice, Tariff } from "./scenario/tariff.ts";
import type { Text } from "./text/text.ts";

/** What one parameter of a plugin may be; it makes the scenario schema, the app's form, the help and the docs. */
export interface Parameter {
  readonly type:
    | "number"
    | "integer"
    | "boolean"
    | "text"
    | "choice"
    | "by-tier"
    | "schedule"
    | "product"
    | "vendor"
    | "segment"
    | "prices"
    | "tariff"
    | "strategy"
    | "formula";
  /** Canonical unit of the value, e.g. `days`, `money/Mtok`, `1` for a pure number. */
  readonly unit?: string;
  /** Used where a scenario is silent; a parameter without one must be given. */
  readonly default?: unknown;
  /** Hard bounds, inclusive. */
  readonly range?: readonly [number, number];
  readonly choices?: readonly string[];
  /** What a formula may speak of. */
  readonly names?: readonly string[];
  readonly label: Text;
  readonly help?: Text;
}

export type ParameterTable = Readonly<Record<string, Parameter>>;

/** What a parameter's value is, by its type. */
interface Values {
  readonly number: number;
  readonly integer: number;
  readonly boolean: boolean;
  readonly text: string;
  readonly choice: string;
  readonly "by-tier": Readonly<Record<string, number>>;
  readonly schedule: readonly DatedPrice[];
  readonly product: string; // vendor.product
  readonly vendor: string;
  readonly segment: string;
  readonly prices: ListedPrice;
  readonly tariff: Tariff;
  readonly strategy: { readonly kind: string };
  readonly formula: string;
}
type ValueOf<P extends Parameter> =
  | (P extends { readonly choices: readonly (infer C)[] } ? C : Values[P["type"]])
  | (P extends { readonly default: null } ? null : never);

/** The values that a table of parameters stands for, defaults filled in: a misspelt key is a type error. */
export type ValuesOf<T extends ParameterTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** Everything a plugin says about itself; its own function comes on top. */
export interface Plugin {
  readonly id: string;
  readonly label: Text;
  /** One sentence, with where the idea comes from. */
  readonly description: Text;
  readonly parameters: ParameterTable;
  /** Parameters of a working example, run by the tests. */
  readonly example: Readonly<Record<string, unknown>>;
}

let registered = 0;

/** How many plugins were ever registered: what is made from a registry is made anew when it changes. */
export const registrations = (): number => registered;

/** A registry of plugins of one kind. Adding one is a file and a line. */
export class Registry<P extends { readonly id: string }> {
  readonly #items = new Map<string, P>();
  readonly name: string;

  constructor(name: string, items: readonly P[] = []) {
    this.name = name;
    for (const item of items) this.register(item);
  }

  /** @throws when the id is taken: two plugins of one name would make a scenario mean two things. */
  register(item: P): void {
    if (this.#items.has(item.id)) throw new Error(`${this.name} “${item.id}” is already registered`);
    this.#items.set(item.id, item);
    registered++;
  }

  /** @throws when nothing of that id is here; scenarios are checked before, so this is a programming error. */
  get(id: string): P {
    const item = this.#items.get(id);
    if (!item) throw new Error(`no ${this.name} “${id}”; known: ${[...this.#items.keys()].join(", ")}`);
    return item;
  }

  has = (id: string): boolean => this.#items.has(id);
  list = (): P[] => [...this.#items.values()];
  ids = (): string[] => [...this.#items.keys()];
}

/** The parameters of a plugin with defaults filled in: defaults < shared (one rule for all) < own. */
export function withDefaults(
  table: ParameterTable,
  ...layers: readonly Readonly<Record<string, unknown>>[]
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, p] of Object.entries(table)) if (p.default !== undefined) out[name] = p.default;
  for (const layer of layers) {
    for (const [name, value] of Object.entries(layer)) {
      const below = out[name];
      const nested = table[name]?.type === "by-tier" && typeof below === "object" && typeof value === "object";
      if (value !== undefined) out[name] = nested ? { ...below, ...value } : value;
    }
  }
  return out;
}
