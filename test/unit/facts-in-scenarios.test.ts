import { describe, expect, test } from "vitest";
import { prices, where, withProvenance } from "../support/facts.ts";

describe("china-2024-history", () => {
  const { scenario, provenance } = withProvenance("china-2024-history");
  const LOOSE = ["unverified", "assumption"];
  const rowsOf = (product: string, currency: string) =>
    prices.filter((r) => r.product === product && r.currency === currency && r.input_per_mtok !== "");
  const products = Object.entries(scenario.vendors).flatMap(([v, vendor]) =>
    Object.entries(vendor.products).map(([p, product]) => ({
      id: `${v}.${p}`,
      path: `vendors.${v}.products.${p}`,
      product,
    })),
  );
  const loose = (path: string) => LOOSE.includes(provenance[path]?.source ?? "");

  test("posts on each date the price the record has, and marks what the record does not vouch for", () => {
    const events = scenario.events.filter((e) => e.kind === "price");
    expect(events.length).toBeGreaterThanOrEqual(25);
    for (const event of events) {
      const { input, output } = event.price as { input: number; output: number };
      const row = rowsOf(event.product as string, "CNY").find(
        (r) => r.date === event.date && Number(r.input_per_mtok) === input,
      );
      expect(row, `${event.date} ${String(event.product)} at ${input}`).toBeDefined();
      const noted = event.note !== undefined && /unverified|first seen/.test(event.note.en);
      if (row!.output_per_mtok !== "") expect(Number(row!.output_per_mtok), where(row!)).toBe(output);
      const vouched =
        row!.confidence !== "unverified" && row!.output_confidence !== "unverified" && row!.output_per_mtok !== "";
      if (!vouched) expect(noted, `${where(row!)} must say what is unverified`).toBe(true);
    }
  });
  test("launches products at the record's price, or says that it assumes one", () => {
    const launched = products.filter(({ product }) => product.launch !== null);
    expect(launched.length).toBeGreaterThanOrEqual(9);
    for (const { id: product, path, product: p } of launched) {
      if (loose(`${path}.price.input`)) continue;
      const dates = loose(`${path}.launch`)
        ? rowsOf(product, "CNY")
        : rowsOf(product, "CNY").filter((r) => r.date === p.launch);
      expect(
        dates.map((r) => Number(r.input_per_mtok)),
        product,
      ).toContain(p.price.input);
    }
  });
  test("opens at the last price recorded before the war, or says that it assumes one", () => {
    for (const { id: product, path, product: p } of products.filter(({ product: q }) => q.launch === null)) {
      if (loose(`${path}.price.input`)) continue;
      const currency = rowsOf(product, "CNY").length > 0 ? "CNY" : "USD"; // where both are listed, China's own wins
      const rate = currency === "USD" ? Number.parseFloat(String(scenario.fx.USD)) : 1;
      const last = rowsOf(product, currency).findLast((r) => r.date < "2024-05-06");
      expect(Number(last?.input_per_mtok) * rate, product).toBeCloseTo(p.price.input!, 9);
    }
  });
});

/** What scenarios of the record post, each price with the day it holds from, in the file's own currency. */
describe.each(["v4-war-history", "light-war-2026-history", "spring-rises", "august-tariff", "plan-war", "today"])(
  "%s",
  (id) => {
    const { scenario, provenance } = withProvenance(id);
    const { CNY } = scenario.fx;
    const METERS = {
      input: "input_per_mtok",
      output: "output_per_mtok",
      cached: "cached_per_mtok",
      month: "per_month",
    };
    type List = Readonly<Record<string, number>>;

    /** Whether a row has each of those prices, to rounding: a file in yuan is read at the scenario's rate. */
    const has = (row: Row, list: List) =>
      Object.entries(METERS).every(([meter, column]) => {
        const rate = row.currency === "CNY" ? CNY : 1;
        const given = list[meter];
        return given === undefined || (row[column] !== "" && Math.abs(Number(row[column]) * rate - given) < 1e-9);
      });
    type Row = (typeof prices)[number];
    const rowsOf = (product: string) => prices.filter((r) => r.product === product);
    const loose = (path: string) => provenance[path]?.source === "assumption";
    const sameMonth = (row: Row, date: string) =>
      row.date_basis === "month" && row.date.slice(0, 7) === date.slice(0, 7);

    test("opens at prices of the record, or says that it assumes one", () => {
      const opening = Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
        Object.entries(products).map(([p, product]) => ({
          id: `${v}.${p}`,
          path: `vendors.${v}.products.${p}`,
          product,
        })),
      );
      const checked = opening.filter(({ path }) => !loose(`${path}.price.input`));
      expect(checked.length).toBeGreaterThanOrEqual(15);
      const strange = checked.filter(({ id: product, product: { price, launch } }) => {
        const day = launch && launch !== "never" ? launch : scenario.clock.start;
        const announced = (r: Row) => r.status === "announced" && r.date <= day;
        const known = (r: Row) => r.date <= day || r.date_basis === "level";
        return !rowsOf(product).some(
          (r) => (r.status === "applied" ? known(r) : announced(r)) && has(r, price as List),
        );
      });
      expect(strange.map((x) => x.id)).toEqual([]);
    });
    test("posts on each date a price that the record has on that day, or about it and says so", () => {
      const posted = scenario.events.flatMap((e) =>
        e.price === undefined || e.price === null
          ? []
          : [{ ...e, product: e.product as string, list: e.price as List }],
      );
      const strange = posted.filter(
        ({ product, date, list }) =>
          !rowsOf(product).some(
            (r) => r.status === "applied" && (r.date === date || sameMonth(r, date)) && has(r, list),
          ),
      );
      expect(strange.map((e) => `${e.date} ${e.product} ${JSON.stringify(e.list)}`)).toEqual([]);
      if (id !== "today") expect(posted.length).toBeGreaterThanOrEqual(2);
    });
    test("has each step and each promotion of its tariffs from a row", () => {
      const tariffs = Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
        Object.entries(products).flatMap(([p, { tariff, price }]) =>
          tariff ? [{ product: `${v}.${p}`, tariff, price: price as List }] : [],
        ),
      );
      const times = (list: List, x = 1) => Object.fromEntries(Object.entries(list).map(([k, y]) => [k, x * y]));
      const changed = (price: List, change: { times?: number; price?: object }) =>
        (change.price as List | undefined) ?? times(price, change.times);
      const strange = tariffs.flatMap(({ product, tariff, price }) => {
        const steps = (tariff.brackets?.steps ?? []).filter(
          (step) =>
            !rowsOf(product).some((r) => Number(r.context_above) === step.above && has(r, changed(price, step))),
        );
        const hours = (tariff.hours?.windows ?? []).filter(
          (window) => !rowsOf(product).some((r) => r.hours === "peak" && has(r, changed(price, window))),
        );
        const promotions = tariff.promotions.filter(
          (p) => !rowsOf(product).some((r) => r.until === p.until && has(r, changed(price, p))),
        );
        return [...steps, ...hours, ...promotions].map((x) => `${product} ${JSON.stringify(x)}`);
      });
      expect(strange).toEqual([]);
    });
  },
);
