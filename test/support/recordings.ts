import { COLUMNS } from "../../engine/recording/columns.ts";
import type { Column } from "../../engine/recording/series.ts";
import type { Recording } from "../../engine/index.ts";

type Columns = Readonly<Record<string, Float64Array>>;

/** A recording with its vendors and products in another order: the same facts. */
export function permuted(r: Recording, vendors: readonly number[], products: readonly number[]): Recording {
  const take = (columns: Columns, order: readonly number[]) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [
        name,
        column.map((_, k) => column[Math.floor(k / order.length) * order.length + order[k % order.length]]),
      ]),
    );
  const placeOf = new Map(products.map((from, to) => [from, to]));
  return {
    ...r,
    vendorIds: vendors.map((v) => r.vendorIds[v]),
    productIds: products.map((j) => r.productIds[j]),
    vendorOf: products.map((j) => vendors.indexOf(r.vendorOf[j])),
    ownerOf: products.map((j) => vendors.indexOf(r.ownerOf[j])),
    meters: { ...r.meters, product: products.map((j) => r.meters.product[j]) },
    product: take(r.product, products) as Recording["product"],
    vendor: take(r.vendor, vendors) as Recording["vendor"],
    moves: r.moves.map((m) => ({ ...m, product: placeOf.get(m.product)! })),
    switches: undefined,
  };
}

const isMoney = ({ unit }: Pick<Column, "unit">) => unit.startsWith("money");

/** A recording in a currency `rate` of which make one of the old. */
export function inCurrency(r: Recording, rate: number): Recording {
  const scale = (entity: keyof typeof COLUMNS) =>
    Object.fromEntries(
      Object.entries<Pick<Column, "unit">>(COLUMNS[entity]).map(([name, column]) => {
        const values = (r[entity] as Columns)[name];
        return [name, isMoney(column) ? values.map((x) => x * rate) : values];
      }),
    );
  const price = (p: object) => Object.fromEntries(Object.entries(p).map(([meter, x]) => [meter, (x as number) * rate]));
  return {
    ...r,
    product: scale("product") as Recording["product"],
    vendor: scale("vendor") as Recording["vendor"],
    segment: scale("segment") as Recording["segment"],
    market: scale("market") as Recording["market"],
    moves: r.moves.map((m) => ({ ...m, from: price(m.from), to: price(m.to) })) as unknown as Recording["moves"],
  };
}

/** A recording in which one more vendor lists a product, dear, that nobody buys. */
export function withIdleVendor(r: Recording): Recording {
  const append = (columns: Columns, width: number, value: (name: string) => number) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const out = new Float64Array((column.length / width) * (width + 1)).fill(value(name));
        for (let t = 0; t < column.length / width; t++)
          out.set(column.subarray(t * width, (t + 1) * width), t * (width + 1));
        return [name, out];
      }),
    );
  const listed = (name: string) =>
    name === "live" ? 1 : name.startsWith("price") ? 1000 : COUNTED.includes(name) ? 0 : 1;
  return {
    ...r,
    vendorIds: [...r.vendorIds, "idle"],
    productIds: [...r.productIds, "idle.p"],
    vendorOf: [...r.vendorOf, r.vendorIds.length],
    ownerOf: [...r.ownerOf, r.vendorIds.length],
    meters: { ...r.meters, product: [...r.meters.product, "token"] },
    product: append(r.product, r.productIds.length, listed) as Recording["product"],
    vendor: append(r.vendor, r.vendorIds.length, (name) => (name === "alive" ? 1 : 0)) as Recording["vendor"],
    switches: undefined,
  };
}

/** What is counted of a product, and so divides between two rows of it. */
const COUNTED = [
  "users",
  "joined",
  "left",
  "switchedIn",
  "switchedOut",
  "tokensInput",
  "tokensOutput",
  "revenue",
  "costOfRevenue",
];

/** A recording with the sales of one product kept in two rows. */
export function inTwoRows(r: Recording, product: number, part: number): Recording {
  const n = r.productIds.length;
  const split = Object.fromEntries(
    Object.entries(r.product as Columns).map(([name, column]) => {
      const out = new Float64Array((column.length / n) * (n + 1));
      for (let t = 0; t < column.length / n; t++) {
        for (let j = 0; j < n; j++) out[t * (n + 1) + j] = column[t * n + j];
        const whole = column[t * n + product];
        const counted = COUNTED.includes(name);
        out[t * (n + 1) + n] = counted ? whole * part : whole;
        out[t * (n + 1) + product] = counted ? whole * (1 - part) : whole;
      }
      return [name, out];
    }),
  );
  return {
    ...r,
    productIds: [...r.productIds, `${r.productIds[product]}-bis`],
    vendorOf: [...r.vendorOf, r.vendorOf[product]],
    ownerOf: [...r.ownerOf, r.ownerOf[product]],
    meters: { ...r.meters, product: [...r.meters.product, r.meters.product[product]] },
    product: split as unknown as Recording["product"],
    moves: r.moves.flatMap((m) => (m.product === product ? [m, { ...m, product: n }] : [m])),
    switches: undefined,
  };
}
