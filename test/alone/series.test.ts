import { describe, expect, test } from "vitest";
import { allSeries, compile, findSeries, metrics, registerMetric } from "../../engine/index.ts";
import { METER_IDS, meterColumn } from "../../engine/price.ts";
import { newRecording } from "../../engine/recording/recorder.ts";
import { measure } from "../../charts/data/measures.ts";
import { unitOf } from "../../report/document/phrases.ts";
import { outcomeFormat } from "../../words/explain-words.ts";
import { outputValue } from "../../words/output-words.ts";
import { valueText } from "../../charts/data/values.ts";
import { dictionarySheet } from "../../report/document/sheets/dictionary.ts";
import { seriesSheet } from "../../report/document/sheets/series.ts";
import { armOf } from "../support/report-arms.ts";
import { library, variant } from "../support/scenarios.ts";

describe("the table of series", () => {
  test("holds every recorded column once, with words in both languages", () => {
    const r = newRecording(compile(library("china-2024")));
    for (const entity of ["product", "vendor", "segment", "market"] as const)
      for (const [id, column] of Object.entries(r[entity])) {
        const found = allSeries().filter((s) => s.entity === entity && s.id === id);
        expect(found.length, `${entity}.${id}`).toBeGreaterThan(0);
        expect(found.at(-1)!.compute(r)).toBe(column);
        for (const text of [found.at(-1)!.label, found.at(-1)!.description])
          expect(text.en.length * text.zh.length).toBeGreaterThan(0);
      }
  });
  test("has a price and a unit cost of every meter, each with a label of its own", () => {
    for (const prefix of ["price", "unitCost"] as const) {
      const found = METER_IDS.map((id) => findSeries({ entity: "product", name: meterColumn(prefix, id) })!);
      expect(new Set(found.map((s) => s.label.en)).size).toBe(METER_IDS.length);
      expect(found.every((s) => s.unit === "money/Mtok" && s.format === "price")).toBe(true);
    }
  });
  test("takes the format of a user's metric from its unit, and a number where the unit says nothing", () => {
    const words = { label: { en: "Mine", zh: "自写" }, description: { en: "Mine.", zh: "自写。" } };
    const mine = (id: string, unit: string) => {
      registerMetric({ id, unit, entity: "market", ...words, compute: (r) => new Float64Array(r.dates.length) });
      return metrics.get(id).format;
    };
    const units = ["money/week", "Mtok/week", "agents", "money/Mtok", "furlongs"];
    expect(units.map((unit, k) => mine(`mine-${k}`, unit))).toEqual(["money", "tokens", "count", "price", "number"]);
  });
  test("says a percentage as one in experiments, reports and charts, of a user's own metric too", () => {
    const words = { label: { en: "Mine", zh: "自写" }, description: { en: "Mine.", zh: "自写。" } };
    const mine = { id: "mine-part", unit: "1", format: "share", entity: "market", ...words } as const;
    registerMetric({ ...mine, compute: (r) => new Float64Array(r.dates.length) });
    for (const path of ["market.cr4", "market.mine-part", "vendors.deepseek.grossMargin"]) {
      const id = path.split(".").at(-1)!;
      expect(outputValue(`${path}:end`, 0.83, "en")).toBe("83%");
      expect(unitOf(path, "CNY", "en").value(0.83)).toBe("83%");
      expect(outcomeFormat(path, "CNY", "en").gap(0.02)).toBe("+2.0 pts");
      expect(valueText(0.83, { measure: measure(id), currency: "CNY", lang: "en" })).toBe("83.0%");
    }
  });
  test("is explained line by line in the data dictionary, as the series sheet shows it", () => {
    const arm = armOf(variant("clock: {end: 2024-04-30}\ndemand: {agents: 100}"), 1);
    const sheet = seriesSheet([arm]);
    const explained = new Set(dictionarySheet([sheet], arm.scenario, "en").rows.map((row) => row[1]));
    const shown = new Set(sheet.rows.map(([, , entity, , metric]) => `entity = ${entity}, metric = ${metric}`));
    expect([...shown].filter((name) => !explained.has(name))).toEqual([]);
    expect(shown.has("entity = product, metric = priceCacheWrite")).toBe(true);
  });
});
