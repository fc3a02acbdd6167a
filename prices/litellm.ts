import {
  isRecord,
  metersFrom,
  numeric,
  perMillion,
  PLAIN,
  type PriceRow,
  type Reading,
  type RowPrices,
  whyNot,
} from "./row.ts";

const CHAT = ["chat", "completion", "responses"];
const BASE = {
  input: "input_cost_per_token",
  output: "output_cost_per_token",
  cached: "cache_read_input_token_cost",
  cacheWrite: "cache_creation_input_token_cost",
} as const;
const STEP = /^(?:input|output)_cost_per_token_above_(\d+)k_tokens$/;

/** litellm's map of models: US dollars a token, one entry a model and provider. */
export const litellm = {
  format: { en: "litellm price map", zh: "litellm 价格表" },
  licence: { en: "MIT, as the project says", zh: "MIT（项目声明）" },
  accepts: (data: unknown): boolean =>
    isRecord(data) && Object.values(data).some((entry) => isRecord(entry) && "litellm_provider" in entry),
  read(data: unknown): Reading {
    const reading: Reading = { rows: [], skipped: [] };
    for (const [key, entry] of Object.entries(data as object)) {
      const skip = (en: string, zh: string) => reading.skipped.push({ at: key, name: key, why: { en, zh } });
      if (!isRecord(entry)) skip("no entry of a model", "不是模型条目");
      else if (key === "sample_spec") skip("the map's own example", "价格表自带的示例");
      else if (!CHAT.includes(String(entry.mode)))
        skip(`no text model: ${String(entry.mode ?? "?")}`, `不是文本模型：${String(entry.mode ?? "?")}`);
      else if (numeric(entry.input_cost_per_token) === null && entry.input_cost_per_second !== undefined)
        skip("billed by the second", "按秒计费");
      else if (numeric(entry.input_cost_per_token) === null && entry.input_cost_per_character !== undefined)
        skip("billed by the character", "按字符计费");
      else {
        const row = rowOf(key, entry);
        const why = whyNot(row.price);
        if (why) reading.skipped.push({ at: key, name: key, why });
        else reading.rows.push(row);
      }
    }
    return reading;
  },
};

function rowOf(key: string, entry: Readonly<Record<string, unknown>>): PriceRow {
  const price = metersFrom(entry, BASE, perMillion);
  const batched = numeric(entry.input_cost_per_token_batches);
  return {
    ...PLAIN,
    at: key,
    vendor: String(entry.litellm_provider),
    model: key.split("/").at(-1)!,
    date: null,
    currency: "USD",
    price,
    steps: stepsOf(entry, price),
    batch: batched !== null && price.input ? Number((perMillion(batched) / price.input).toPrecision(6)) : null,
  };
}

/** Steps by length; a meter that a step does not name keeps its price. */
function stepsOf(entry: Readonly<Record<string, unknown>>, base: RowPrices): PriceRow["steps"] {
  const lengths = [...new Set(Object.keys(entry).flatMap((key) => STEP.exec(key)?.[1] ?? []))].map(Number);
  return lengths
    .toSorted((a, b) => a - b)
    .map((k) => {
      const keys = Object.fromEntries(Object.entries(BASE).map(([m, name]) => [m, `${name}_above_${k}k_tokens`]));
      return { above: k * 1000, price: { ...base, ...metersFrom(entry, keys as typeof BASE, perMillion) } };
    });
}
