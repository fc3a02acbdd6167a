import { describe, expect, test } from "vitest";
import { allSeries, compile, findSeries, metrics, registerMetric } from "../../engine/index.ts";
import { METER_IDS, meterColumn } from "../../engine/price.ts";
import { newRecording } from "../../engine/recording/recorder.ts";
import { library } from "../support/scenarios.ts";

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
});
