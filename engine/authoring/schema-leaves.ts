import { z } from "zod";
import type { Plugin, Registry } from "../registry.ts";
import type { Builders } from "./builders.ts";
import type { Parameters } from "../scenario/scenario.ts";

type Shape = Record<string, z.ZodType>;

/**
 * One of a registry's plugins by `kind`, with its own parameters and `common` ones. Their types are known when it runs.
 */
export function chosen<P extends Plugin, C extends Shape>(q: Builders, registry: Registry<P>, common: C) {
  const options = registry
    .list()
    .map((plugin) =>
      z.strictObject({ kind: z.literal(plugin.id), ...common, ...(q.plugin(plugin.parameters) as z.ZodObject).shape }),
    );
  return z.discriminatedUnion("kind", options as never) as z.ZodType<
    (keyof C extends never ? unknown : z.output<z.ZodObject<C>>) & Parameters & { readonly kind: string }
  >;
}

export const share = (q: Builders) => q.quantity("1", { min: 0, max: 1 });

export const positive = (q: Builders, unit = "1") => q.quantity(unit, { exclusiveMin: 0 });

export const atLeastZero = (q: Builders, unit = "1") => q.quantity(unit, { min: 0 });

/** A tax on sales: of the price asked, and so much a unit. */
export const tax = (q: Builders) =>
  z.strictObject({
    rate: share(q).default(0),
    perMtok: atLeastZero(q, "money/Mtok").default(0),
    perMonth: atLeastZero(q, "money/month").default(0),
    perSecond: atLeastZero(q, "money/second").default(0),
  });

export const real = (q: Builders) => q.quantity("1", {});
