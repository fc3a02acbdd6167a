import { readDate } from "../engine/scenario/read-date.ts";
import { isRecord, metersFrom, numeric, type PriceRow, type Reading, type RowPrices, whyNot } from "./row.ts";

const KEYS = {
  input: "input_mtok",
  output: "output_mtok",
  cached: "cache_read_mtok",
  cacheWrite: "cache_write_mtok",
} as const;

/** genai-prices: providers with their models, US dollars a million tokens, dated and by length. */
export const genaiPrices = {
  format: { en: "genai-prices", zh: "genai-prices" },
  licence: { en: "MIT, as the project says", zh: "MIT（项目声明）" },
  accepts: (data: unknown): boolean => providersOf(data).some(({ models }) => models.some((m) => "prices" in m)),
  read(data: unknown): Reading {
    const reading: Reading = { rows: [], skipped: [] };
    for (const { id, models } of providersOf(data))
      for (const model of models) {
        const at = `${id}/${String(model.id)}`;
        for (const { date, prices, why } of versions(model.prices)) {
          const price = metersFrom(withoutTiers(prices), KEYS);
          const not = why ?? whyNot(price);
          if (not) reading.skipped.push({ at, name: at, why: not });
          else
            reading.rows.push({
              at,
              vendor: id,
              model: String(model.id),
              date,
              currency: "USD",
              price,
              steps: stepsOf(prices, price),
              batch: null,
            });
        }
      }
    return reading;
  },
};

interface Provider {
  readonly id: string;
  readonly models: readonly Readonly<Record<string, unknown>>[];
}

function providersOf(data: unknown): Provider[] {
  const list = Array.isArray(data) ? data : isRecord(data) && Array.isArray(data.providers) ? data.providers : [data];
  return list.flatMap((p) =>
    isRecord(p) && Array.isArray(p.models) ? [{ id: String(p.id), models: p.models.filter(isRecord) }] : [],
  );
}

interface Version {
  readonly date: string | null;
  readonly prices: Readonly<Record<string, unknown>>;
  readonly why: { readonly en: string; readonly zh: string } | null;
}

/** A model's prices, one for each date from which they hold; those of an hour of the day are none. */
function versions(prices: unknown): Version[] {
  if (isRecord(prices)) return [{ date: null, prices, why: null }];
  if (!Array.isArray(prices)) return [{ date: null, prices: {}, why: null }];
  return prices.filter(isRecord).map((entry) => {
    const constraint = isRecord(entry.constraint) ? entry.constraint : {};
    const own = isRecord(entry.prices) ? entry.prices : {};
    const why = "start_time" in constraint ? HOURS : null;
    return { date: readDate(constraint.start_date), prices: own, why };
  });
}

const HOURS = {
  en: "a price of some hours of the day: write its hours as a tariff",
  zh: "只在某些时段生效的价格：请把时段写成价目规则",
};

const baseOf = (value: unknown): unknown => (isRecord(value) ? value.base : value);
const withoutTiers = (prices: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(prices).map(([key, value]) => [key, baseOf(value)]));

function stepsOf(prices: Readonly<Record<string, unknown>>, base: RowPrices): PriceRow["steps"] {
  const found = new Map<number, Record<string, number>>();
  for (const [meter, key] of Object.entries(KEYS)) {
    const value = prices[key];
    const tiers = isRecord(value) && Array.isArray(value.tiers) ? value.tiers.filter(isRecord) : [];
    for (const tier of tiers) {
      const [above, price] = [numeric(tier.start), numeric(tier.price)];
      if (above !== null && price !== null) found.set(above, { ...(found.get(above) ?? { ...base }), [meter]: price });
    }
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([above, price]) => ({ above, price }));
}
