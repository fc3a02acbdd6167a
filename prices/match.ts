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
  const products = new Map(Object.entries(vendors).map(([id, vendor]) => [id, productsByName(vendor)]));
  return ({ vendor: written, model, product: said }) => {
    const at = said?.indexOf(".") ?? -1;
    if (said && vendors[said.slice(0, at)]?.products[said.slice(at + 1)])
      return { vendor: said.slice(0, at), product: said.slice(at + 1), known: true };
    const vendor = named(written) ?? (idOf(written) || `vendor-${hash(written)}`);
    const plain = plainName(model);
    const found = products.get(vendor)?.get(plain) ?? products.get(vendor)?.get(plain.replace(SUFFIX, ""));
    return { vendor, product: found ?? (idOf(model) || `model-${hash(model)}`), known: found !== undefined };
  };
}

const productsByName = ({ products }: Vendor): Map<string, string> =>
  new Map(
    Object.entries(products).flatMap(([id, { name }]) =>
      [id, name?.en, name?.zh].flatMap((text) => (text === undefined ? [] : [[plainName(text), id] as const])),
    ),
  );

/** A short name for what has no Latin letter: the same for the same text. */
function hash(text: string): string {
  let h = 0;
  for (const c of text) h = (h * 31 + c.codePointAt(0)!) % 46_656;
  return h.toString(36);
}
