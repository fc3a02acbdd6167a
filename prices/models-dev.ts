import { isRecord, metersFrom, numeric, PLAIN, type PriceRow, type Reading, type RowPrices, whyNot } from "./row.ts";

const KEYS = { input: "input", output: "output", cached: "cache_read", cacheWrite: "cache_write" } as const;

/** models.dev: providers with their models, US dollars a million tokens. */
export const modelsDev = {
  format: { en: "models.dev", zh: "models.dev" },
  licence: { en: "MIT, as the project says", zh: "MIT（项目声明）" },
  accepts: (data: unknown): boolean =>
    isRecord(data) && Object.values(data).some((provider) => isRecord(provider) && isRecord(provider.models)),
  read(data: unknown): Reading {
    const reading: Reading = { rows: [], skipped: [] };
    for (const [vendor, provider] of Object.entries(data as object)) {
      const models = isRecord(provider) && isRecord(provider.models) ? provider.models : {};
      for (const [id, model] of Object.entries(models)) {
        const at = `${vendor}/${id}`;
        const cost = isRecord(model) && isRecord(model.cost) ? model.cost : {};
        const price = metersFrom(cost, KEYS);
        const why = price.input === 0 && price.output === 0 ? PLAN : whyNot(price);
        if (why) reading.skipped.push({ at, name: at, why });
        else
          reading.rows.push({
            ...PLAIN,
            at,
            vendor,
            model: id.split("/").at(-1)!,
            date: null,
            currency: "USD",
            price,
            steps: stepsOf(cost, price),
          });
      }
    }
    return reading;
  },
};

/** Steps by length: the list of them, or the older single one beyond 200,000 tokens. */
function stepsOf(cost: Readonly<Record<string, unknown>>, base: RowPrices): PriceRow["steps"] {
  const listed = (Array.isArray(cost.tiers) ? cost.tiers : []).flatMap((tier) => {
    const above =
      isRecord(tier) && isRecord(tier.tier) && tier.tier.type === "context" ? numeric(tier.tier.size) : null;
    return above === null ? [] : [{ above, price: { ...base, ...metersFrom(tier, KEYS) } }];
  });
  if (listed.length > 0) return listed.toSorted((a, b) => a.above - b.above);
  return isRecord(cost.context_over_200k)
    ? [{ above: 200_000, price: { ...base, ...metersFrom(cost.context_over_200k, KEYS) } }]
    : [];
}

const PLAN = { en: "no price: included in a plan, or free", zh: "无单价：包含在套餐内或免费" };
