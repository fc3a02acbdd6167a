import { readDate } from "../engine/scenario/read-date.ts";
import { joined, type Line } from "./listed.ts";
import { isRecord, metersFrom, numeric, PLAIN, type PriceRow, type Reading, type RowPrices, whyNot } from "./row.ts";

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
    const lines: Line[] = [];
    for (const { id, models } of providersOf(data))
      for (const model of models) {
        const at = `${id}/${String(model.id)}`;
        for (const { date, prices, hours } of versions(model.prices)) {
          const price = metersFrom(withoutTiers(prices), KEYS);
          const why = whyNot(price);
          const own = { at, vendor: id, model: String(model.id), date, currency: "USD", price };
          const row = { ...PLAIN, ...own, steps: stepsOf(prices, price) };
          if (why) reading.skipped.push({ at, name: at, why });
          else lines.push({ row, above: 0, hours, until: null });
        }
      }
    joined(lines, reading);
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
  readonly hours: string; // "" for all
}

/** A model's prices, one for each date from which they hold, or for some hours of the day. */
function versions(prices: unknown): Version[] {
  if (isRecord(prices)) return [{ date: null, prices, hours: "" }];
  if (!Array.isArray(prices)) return [{ date: null, prices: {}, hours: "" }];
  return prices.filter(isRecord).map((entry) => {
    const constraint = isRecord(entry.constraint) ? entry.constraint : {};
    const own = isRecord(entry.prices) ? entry.prices : {};
    return { date: readDate(constraint.start_date), prices: own, hours: hoursOf(constraint) };
  });
}

/** “00:30:00Z” to “16:30:00Z” is “00:30-16:30 UTC”. */
function hoursOf({ start_time: from, end_time: to }: Readonly<Record<string, unknown>>): string {
  const time = (x: unknown) => String(x ?? "").replace(/^(\d{1,2}:\d{2}).*$/, "$1");
  return from === undefined && to === undefined ? "" : `${time(from)}-${time(to)} UTC`;
}

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
