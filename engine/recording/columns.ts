import { MARKET, SEGMENT } from "./market-columns.ts";
import { PRODUCT } from "./product-columns.ts";
import { type Column, type Entity, formatOf, type Series, type Told } from "./series.ts";
import { VENDOR } from "./vendor-columns.ts";

/** What is recorded of each kind of entity. */
export const COLUMNS = { product: PRODUCT, vendor: VENDOR, segment: SEGMENT, market: MARKET } as const;

export type ProductColumn = keyof typeof PRODUCT;
export type VendorColumn = keyof typeof VENDOR;
export type SegmentColumn = keyof typeof SEGMENT;
export type MarketColumn = keyof typeof MARKET;

/** Every recorded column as a series, in the order of the tables. */
export const RECORDED: readonly Series[] = Object.entries(COLUMNS).flatMap(([entity, table]) =>
  Object.entries<Told<Column> & Pick<Column, "group">>(table).map(([id, column]) => ({
    format: formatOf(column.unit),
    ...column,
    id,
    entity: entity as Entity,
    compute: (r) => (r[entity as Entity] as Readonly<Record<string, Float64Array>>)[id],
  })),
);
