import { priceOf } from "../engine/price.ts";
import type { Scenario } from "../engine/scenario/scenario.ts";
import type { Text } from "../engine/text/text.ts";
import type { Match } from "./match.ts";
import type { PriceRow, RowPrices } from "./row.ts";
import { isLight } from "./tier-names.ts";

interface Range {
  readonly low: number;
  readonly high: number;
}

const CHECKED = ["input", "output", "cached"] as const;
type Checked = (typeof CHECKED)[number];

const BEYOND_OWN = 150; // times what the product itself cost: the largest cut on record is of a hundredth
const BEYOND_PEERS = 20; // times the dearest, or under the cheapest, of its kind
const FITS = 30; // times: a price read in its right unit is no further off

/** What would be the unit of a price that is so many times too low or too high. */
const LIKELY: readonly (readonly [number, Text])[] = [
  [
    1e3,
    {
      en: "far below prices of their kind: right if they are per thousand tokens, not per million",
      zh: "远低于同类价格：若是每千 token 而非每百万 token 的价格，则属正常",
    },
  ],
  [
    1e6,
    {
      en: "far below prices of their kind: right if they are per token, not per million",
      zh: "远低于同类价格：若是每个 token 而非每百万 token 的价格，则属正常",
    },
  ],
  [
    1e-3,
    {
      en: "far above prices of their kind; a thousandth of them would be usual",
      zh: "远高于同类价格，除以一千才属正常",
    },
  ],
  [
    1e-6,
    {
      en: "far above prices of their kind; a millionth of them would be usual",
      zh: "远高于同类价格，除以一百万才属正常",
    },
  ],
];

const FAR: Text = {
  en: "far from every price of their kind; unit or currency may be another",
  zh: "与同类价格相差极远，请核对单位和币种",
};

/**
 * Why a price is hardly meant as it was read, or null: a thousandfold is a unit read otherwise than it was meant more
 * often than it is a price. A known product is held against itself, another against the products of its kind.
 */
export function doubtOf(row: PriceRow, match: Match, was: RowPrices | null, scenario: Scenario, rate: number) {
  for (const meter of CHECKED) {
    const price = (row.price[meter] ?? 0) * rate;
    const own = (was?.[meter] ?? 0) * rate;
    const range = own > 0 ? { low: own, high: own } : rangeOf(meter, row, match, scenario);
    const beyond = own > 0 ? BEYOND_OWN : BEYOND_PEERS;
    if (price > 0 && range && off(price, range) > beyond)
      return LIKELY.find(([times]) => off(price * times, range) <= FITS)?.[1] ?? FAR;
  }
  return null;
}

/** How many times a price is above a range or below it; 1 within. */
const off = (price: number, { low, high }: Range): number => Math.max(price / high, low / price, 1);

/** What products of a kind cost: of the light ones for a light name, else of all. Null where none has such a price. */
function rangeOf(meter: Checked, row: PriceRow, { known }: Match, { vendors }: Scenario): Range | null {
  if (known && meter === "cached") return null; // a price of cached prompts that it never had says little
  const products = Object.values(vendors).flatMap((vendor) => Object.values(vendor.products));
  const tokens = products.filter((p) => p.price.input !== undefined && !p.reference);
  const light = tokens.filter((p) => p.tier === "lite");
  const peers = (isLight(row) && light.length > 0 ? light : tokens).map((p) => priceOf(p.price)[meter]);
  const paid = peers.filter((x): x is number => x !== undefined && x > 0);
  return paid.length === 0 ? null : { low: Math.min(...paid), high: Math.max(...paid) };
}
