import { describe, expect, test } from "vitest";
import { compile, openMarket } from "../../../engine/index.ts";
import { refreshOffers } from "../../../engine/demand/offers.ts";
import { CELL_STAMP } from "../../../engine/model/offers.ts";
import { postPrice } from "../../../engine/model/post-price.ts";
import { postTariff } from "../../../engine/model/post-tariff.ts";
import { NO_TARIFF } from "../../../engine/scenario/tariff.ts";
import { COST, smallMarket } from "../../support/tariffs.ts";

const TARIFF =
  "tariff: {batch: 0.5, hours: {zone: 8, windows: [{from: 9, to: 18, times: 2}], holidays: [2026-08-26]}, " +
  "promotions: [{from: 2026-09-01, times: 0.5}]}";

/** A market under two tariffs, and a count of the cells worked out anew by a refresh. */
function opened() {
  const products = ["p", "q"].map((id) => `${id}: {price: {input: 2, output: 8}, ${COST}, ${TARIFF}}`).join("\n");
  const model = compile(smallMarket({ products }));
  const market = openMarket(model);
  const { terms, input } = market.offers;
  const versions = () => [0, 1].map((k) => terms.cells[k * CELL_STAMP]); // that each cell was worked out for
  const refreshed = (): boolean[] => {
    const before = versions();
    refreshOffers(model, market);
    return versions().map((version, k) => version !== before[k]);
  };
  refreshed();
  return { model, market, input, refreshed };
}

describe("a tariff is integrated once a change, product by product", () => {
  test("nothing is worked out again on days like the last", () => {
    const { market, refreshed } = opened();
    for (let k = 0; k < 5; k++, market.day++) expect(refreshed()).toEqual([false, false]);
  });

  test("a list that moves is, and no other", () => {
    const { market, input, refreshed } = opened();
    const before = input[1];
    postPrice(market, 1, { input: 1, output: 4 }, "event", "event");
    expect(refreshed()).toEqual([false, true]);
    expect(input[1]).toBeCloseTo(before / 2, 12);
  });

  test("so are a tariff posted, the week of a holiday, the first day of a promotion", () => {
    const { market, refreshed } = opened();
    postTariff(market, 0, { ...NO_TARIFF, hours: { zone: 8, windows: [], holidays: [] } });
    expect(refreshed()).toEqual([true, false]);
    market.day += 7;
    expect(refreshed()).toEqual([false, true]); // 24 August's week
    market.day += 8;
    expect(refreshed()).toEqual([false, true]); // 1 September
    expect(refreshed()).toEqual([false, false]);
  });
});
