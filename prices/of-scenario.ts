import type { Scenario } from "../engine/scenario/scenario.ts";
import type { PriceChange, Tariff } from "../engine/scenario/tariff.ts";
import { PLAIN, type PriceRow, type RowPrices } from "./row.ts";

/** The price lists of a scenario: those it opens with, and those that its events post. */
export function rowsOf({ vendors, events, currency, clock }: Scenario): PriceRow[] {
  const all = Object.entries(vendors).flatMap(([v, vendor]) =>
    Object.entries(vendor.products).map(([p, product]) => ({ id: `${v}.${p}`, vendor, product })),
  );
  const opening = all.filter(({ product: { price } }) => price.second === undefined);
  return opening.flatMap(({ id, vendor, product }) => {
    const own = { vendor: vendor.name.en, product: id, model: product.name?.en ?? id, tier: product.tier, currency };
    const base = plain(product.price);
    const posted = events.flatMap((e) => {
      if (e.product !== id || !e.price) return [];
      const price = plain(e.price);
      return [{ ...PLAIN, ...(e.kind === "tariff" && tariffOf(e.tariff as Tariff, price)), date: e.date, price }];
    });
    const launch = product.launch === null || product.launch === "never" ? clock.start : product.launch;
    const first = { ...tariffOf(product.tariff, base), date: launch, price: base };
    return [first, ...posted].map((list) => ({ ...own, ...list, at: id }));
  });
}

const plain = (price: object): RowPrices =>
  Object.fromEntries(Object.entries(price as RowPrices).map(([m, x]) => [m, Number(x.toPrecision(9))]));

/** What of a tariff a table of prices can say: steps by length, hours, promotions, batch. */
export function tariffOf(
  tariff: Tariff | null | undefined,
  base: RowPrices,
): Pick<PriceRow, "steps" | "hours" | "promotions" | "batch"> {
  if (!tariff) return PLAIN;
  const { brackets, hours, promotions, batch } = tariff;
  const changed = ({ price, times = 1 }: PriceChange): RowPrices =>
    price ? plain(price) : plain(Object.fromEntries(Object.entries(base).map(([m, x]) => [m, x * times])));
  return {
    steps: (brackets?.steps ?? []).map((step) => ({ above: step.above, price: { ...base, ...changed(step) } })),
    hours: (hours?.windows ?? []).map((w) => ({
      zone: hours!.zone,
      window: { days: w.days, from: w.from, to: w.to },
      price: changed(w),
    })),
    promotions: promotions.flatMap((p) => {
      const until = p.ended ?? p.until;
      return until === null ? [] : [{ from: p.from, until, price: changed(p) }];
    }),
    batch,
  };
}
