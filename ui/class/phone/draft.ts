import type { Decisions, PriceDecision, Standing } from "../../../engine/game/index.ts";
import { typedNumber } from "../says.ts";

/** What stands in the fields: as typed, by field; a field nobody touched is not in it. */
export type Draft = Readonly<Record<string, string>>;

/** In the field of GPUs: as many as demand asks for. An empty field is none of either. */
export const AUTO = "auto";

export const priceField = (product: string, part: keyof PriceDecision): string => `price ${product} ${part}`;
export const freeField = (product: string): string => `free ${product}`;

/** As a person would type it, without the digits that a division leaves behind. */
export const plain = (x: number): string => (Number.isInteger(x) ? String(x) : String(Number(x.toPrecision(6))));
/** As it was typed: what has been handed in is handed in again as it is. */
const typed = (x: number): string => String(Number(x.toPrecision(12)));
const shown = (entered: number | undefined, stands: number): string =>
  entered === undefined ? plain(stands) : typed(entered);

/**
 * The fields as they stand before anybody touches them: what the seat has entered for this round, else what it had.
 * Budgets are counted in units of `size`, as people of the language count them.
 */
export function standingFields(
  { products, research, credits, gpus }: Standing,
  entered: Decisions | null,
  size: number,
): Draft {
  const prices = products.flatMap(({ name, price, free }) => {
    const now = entered?.prices?.[name];
    return [
      [priceField(name, "input"), shown(now?.input, price.input)],
      [priceField(name, "output"), shown(now?.output, price.output)],
      [freeField(name), shown(entered?.free?.[name], free)],
    ];
  });
  const fleet = entered?.gpus === undefined ? (gpus?.fixed ?? null) : entered.gpus;
  return {
    ...Object.fromEntries(prices),
    research: entered?.research === undefined ? plain(research / size) : typed(entered.research / size),
    credits: shown(entered?.credits, credits),
    gpus: fleet === null ? AUTO : String(fleet),
  };
}

/** Decisions that the fields make: what differs from how the seat stands. */
export function decisionsOf(
  fields: Draft,
  standing: Standing,
  { levers, size }: { readonly levers: readonly string[]; readonly size: number },
): Decisions {
  const base = standingFields(standing, null, size);
  const touched = (field: string) => fields[field] !== base[field];
  const number = (field: string) => typedNumber(fields[field]);
  const part = (field: string, stands: number) => (touched(field) ? number(field) : stands);
  const prices = standing.products
    .filter(({ name }) => touched(priceField(name, "input")) || touched(priceField(name, "output")))
    .map(({ name, price }) => [
      name,
      {
        input: part(priceField(name, "input"), price.input),
        output: part(priceField(name, "output"), price.output),
      },
    ]);
  const free = standing.products.filter(({ name }) => touched(freeField(name)));
  return {
    ...(prices.length > 0 && { prices: Object.fromEntries(prices) }),
    ...(levers.includes("free") &&
      free.length > 0 && { free: Object.fromEntries(free.map(({ name }) => [name, number(freeField(name))])) }),
    ...(touched("research") && { research: number("research") * size }),
    ...(touched("credits") && { credits: number("credits") }),
    ...(touched("gpus") && { gpus: fields.gpus === AUTO ? null : number("gpus") }),
  };
}
