import type { Scenario, Vendor } from "../engine/scenario/scenario.ts";
import type { PriceRow } from "./row.ts";
import { idOf, namesOf, plainName } from "./vendor-names.ts";

/** Whom a row is about: a product of the scenario, or one that it does not have. */
export interface Match {
  readonly vendor: string;
  readonly product: string;
  readonly known: boolean;
}

/** What follows a model's name and is no other model: a date, a length, that it is the newest. */
const SUFFIX = /(latest|preview|\d{8}|\d{1,4}k)$/;

/**
 * Finds rows' products by their id, or by the names that a scenario has for vendors and products. The names are looked
 * up once: a file may have thousands of rows.
 */
export function matcherOf({ vendors }: Scenario): (row: PriceRow) => Match {
  const named = namesOf(vendors);
  const products = new Map(Object.entries(vendors).map(([id, vendor]) => [id, productsByName(id, vendor)]));
  const newcomers = new Map<string, string>(); // whose model has which new id
  return ({ vendor: written, model, product: said }) => {
    const at = said?.indexOf(".") ?? -1;
    if (said && vendors[said.slice(0, at)]?.products[said.slice(at + 1)])
      return { vendor: said.slice(0, at), product: said.slice(at + 1), known: true };
    const vendor = named(written) ?? (idOf(written) || `vendor-${hash(written)}`);
    const plain = plainName(model);
    const found = products.get(vendor)?.get(plain) ?? products.get(vendor)?.get(plain.replace(SUFFIX, ""));
    if (found !== undefined) return { vendor, product: found, known: true };
    const short = idOf(model) || `model-${hash(model)}`;
    const isTaken = vendors[vendor]?.products[short] !== undefined || !isOf(newcomers, `${vendor}.${short}`, plain);
    const product = isTaken ? `${short}-${hash(plain)}` : short;
    newcomers.set(`${vendor}.${product}`, plain);
    return { vendor, product, known: false };
  };
}

/** Of some scenarios the one that knows most of a file's products; the first of equals. */
export const bestKnown = <S extends Scenario>(rows: readonly PriceRow[], scenarios: readonly S[]): S => {
  const known = (scenario: S) => rows.map(matcherOf(scenario)).filter((match) => match.known).length;
  return scenarios.reduce((a, b) => (known(b) > known(a) ? b : a));
};

const isOf = (newcomers: ReadonlyMap<string, string>, id: string, plain: string): boolean =>
  (newcomers.get(id) ?? plain) === plain;

/** A product by its id, alone or behind the vendor's as makers write it, and by its names. The names have the word. */
const productsByName = (maker: string, { products }: Vendor): Map<string, string> => {
  const all = Object.entries(products);
  return new Map([
    ...all.flatMap(([id]) => [id, `${maker}${id}`].map((text) => [plainName(text), id] as const)),
    ...all.flatMap(([id, { name }]) => (name ? [name.en, name.zh].map((text) => [plainName(text), id] as const) : [])),
  ]);
};

/** A short name for what has no Latin letter: the same for the same text. */
function hash(text: string): string {
  let h = 0;
  for (const c of text) h = (h * 31 + c.codePointAt(0)!) % 46_656;
  return h.toString(36);
}
