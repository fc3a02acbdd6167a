import { isRecord, metersFrom, perMillion, PLAIN, type Reading, whyNot } from "./row.ts";

const KEYS = {
  input: "prompt",
  output: "completion",
  cached: "input_cache_read",
  cacheWrite: "input_cache_write",
} as const;

/** OpenRouter's list of models: US dollars a token, as texts; -1 where a router picks. */
export const openrouter = {
  format: { en: "OpenRouter list of models", zh: "OpenRouter 模型列表" },
  licence: { en: "not stated in the file", zh: "文件未说明" },
  accepts: (data: unknown): boolean =>
    isRecord(data) && Array.isArray(data.data) && data.data.some((m) => isRecord(m) && isRecord(m.pricing)),
  read(data: unknown): Reading {
    const reading: Reading = { rows: [], skipped: [] };
    for (const [k, model] of (data as { data: unknown[] }).data.entries()) {
      const id = isRecord(model) ? String(model.id) : `#${k + 1}`;
      const pricing = isRecord(model) && isRecord(model.pricing) ? model.pricing : {};
      const price = metersFrom(pricing, KEYS, perMillion);
      const why = id.endsWith(":free") ? FREE : whyNot(price);
      const [vendor, ...name] = id.split("/");
      if (why) reading.skipped.push({ at: id, name: id, why });
      else
        reading.rows.push({
          ...PLAIN,
          at: id,
          vendor,
          model: name.join("/") || id,
          date: null,
          currency: "USD",
          price,
        });
      if (!why && pricing.overrides !== undefined) reading.skipped.push({ at: id, name: id, why: OVERRIDES });
    }
    return reading;
  },
};

const FREE = { en: "a limited free copy of another row", zh: "另一行的限量免费版" };
const OVERRIDES = {
  en: "its prices by length or hour; the plain price is taken",
  zh: "按长度或时段的价格，只取普通价",
};
