import type { Market, Model } from "../model/market.ts";
import { bill } from "../model/bill.ts";
import { sum } from "../math/sum.ts";
import { firstAccounts } from "./accounts.ts";

/**
 * Cuts fixed spending to the size of the market as it opens, of vendors that ask for it: outlays to the week's revenue,
 * research to the mean revenue of whoever sells, budget and reference alike, so that it brings what it brought. Who has
 * nothing on sale yet counts as the mean. Where nobody sells there is nothing to go by.
 */
export function keepInProportion(model: Model, market: Market): void {
  const own = model.vendors.map(({ index }) => openingRevenue(model, market, index));
  const sellers = own.filter((revenue) => revenue > 0);
  if (sellers.length === 0) return;
  const mean = sum(sellers) / sellers.length;
  for (const { index, vendor } of model.vendors) {
    if (!vendor.inProportion) continue;
    const state = market.vendors[index];
    state.outlays = Math.min(vendor.outlays, isOnSale(model, market, index) ? own[index] : mean);
    if (state.research && vendor.research) {
      state.research.reference = Math.min(vendor.research.reference, mean);
      state.research.base *= state.research.reference / vendor.research.reference;
    }
    Object.assign(state.accounts, firstAccounts(vendor, state));
  }
}

const isOnSale = (model: Model, { products }: Market, v: number): boolean =>
  model.vendors[v].products.some((j) => products.live[j] === 1);

/** What the burn-in's last demand pays at the opening prices [money/week]. */
function openingRevenue(model: Model, market: Market, v: number): number {
  const n = model.products.length;
  return sum(
    model.vendors[v].products.map((j) => sum(model.segments.map((s) => paid(model, market, s.index * n + j)))),
  );
}

const paid = (model: Model, market: Market, k: number): number =>
  bill(model.products[k % model.products.length].meter, market, k);
