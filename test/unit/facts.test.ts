import { readdirSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { dayNumber, isoDate } from "../../engine/index.ts";
import { factsText, prices, where } from "../support/facts.ts";
import { library } from "../support/scenarios.ts";

const root = join(import.meta.dirname, "../..");
const outcomes = csvParse(factsText("outcomes.csv"));

interface Field {
  readonly name: string;
  readonly type: "string" | "number" | "integer" | "date";
  readonly constraints?: {
    readonly required?: boolean;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
  };
}

/** Whether a cell is what its column's field says (Frictionless Table Schema); an empty cell is a gap. */
function fits(cell: string, { type, constraints = {} }: Field): boolean {
  if (cell === "") return constraints.required !== true;
  if (type === "date" && !isIso(cell)) return false;
  const number = Number(cell);
  if (type === "number" && !Number.isFinite(number)) return false;
  if (type === "integer" && !Number.isInteger(number)) return false;
  if (constraints.minimum !== undefined && !(number >= constraints.minimum)) return false;
  if (constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(cell)) return false;
  return constraints.enum?.includes(cell) ?? true;
}

const CONFIDENCE = ["seed", "public-verified", "unverified"];
const isIso = (date: string) => isoDate(dayNumber(date)) === date;
/** Rows that break a rule, named, so that a failure says which. */
const breaking = <R extends { date?: string }>(rows: readonly R[], rule: (row: R) => boolean) =>
  rows.filter((row) => !rule(row)).map(where);

describe.each(JSON.parse(factsText("datapackage.json")).resources as { path: string; schema: { fields: Field[] } }[])(
  "$path",
  ({ path, schema: { fields } }) => {
    const rows = csvParse(factsText(path));
    test("has the columns of its schema, and in every cell what the schema allows", () => {
      expect(rows.columns).toEqual(fields.map((f) => f.name));
      const wrong = rows.flatMap((row, k) =>
        fields.flatMap((f) => (fits(row[f.name], f) ? [] : [`${path}:${k + 2} ${f.name} “${row[f.name]}”`])),
      );
      expect(wrong).toEqual([]);
    });
    test("says of each row where it was read, when, and how good the source is", () => {
      expect(rows.filter((r) => r.source === "" || r.read === "" || r.grade === "")).toEqual([]);
      const loose = rows.filter((r) => (r.grade === "U" || r.grade === "L") && r.confidence === "public-verified");
      expect(loose.map((r) => `${r.date} ${r.source}`)).toEqual([]);
    });
  },
);

describe("prices.csv", () => {
  test("stands in the order of dates and keeps what it had", () => {
    expect(prices.length).toBeGreaterThanOrEqual(290);
    expect(prices.map((r) => r.date)).toEqual(prices.map((r) => r.date).toSorted());
  });
  test("has a price in each row or says why not, and what was only announced in rows of its own", () => {
    const meters = ["input_per_mtok", "output_per_mtok", "per_month", "per_call"] as const;
    expect(breaking(prices, (r) => r.note !== "" || meters.some((meter) => r[meter] !== ""))).toEqual([]);
    const peak = prices.filter((r) => r.date === "2026-06-29" && r.model === "DeepSeek-V4-Pro");
    expect(peak.map((r) => [r.status, r.hours, r.input_per_mtok])).toEqual([["announced", "peak", "6"]]);
    const applied = prices.filter((r) => r.status === "applied" && r.model === "DeepSeek-V4-Pro" && r.hours === "peak");
    expect(applied.map((r) => `${r.date} ${r.input_per_mtok} ${r.currency}`)).toContain("2026-08-17 9 CNY");
  });
  test("says free exactly where both prices are zero", () => {
    const zero = (r: (typeof prices)[number]) => r.input_per_mtok === "0" && r.output_per_mtok === "0";
    expect(breaking(prices, (r) => (r.free === "yes") === zero(r) && ["yes", "no"].includes(r.free))).toEqual([]);
  });
  test("names a source for whatever it calls verified, and none for an output price it does not give", () => {
    const sourced = (r: (typeof prices)[number]) =>
      r.confidence === "unverified" || !/^unverified\b/.test(r.source.trim());
    expect(breaking(prices, (r) => r.source !== "" && sourced(r))).toEqual([]);
    expect(breaking(prices, (r) => r.output_per_mtok !== "" || r.output_confidence !== "public-verified")).toEqual([]);
  });
  test("names products that some library scenario has", () => {
    const ids = new Set(
      readdirSync(join(root, "scenarios/library")).flatMap((file) =>
        Object.entries(library(file.replace(/\.yaml$/, "")).vendors).flatMap(([v, { products }]) =>
          Object.keys(products).map((p) => `${v}.${p}`),
        ),
      ),
    );
    expect(breaking(prices, (r) => r.product === "" || ids.has(r.product))).toEqual([]);
  });
});

describe("outcomes.csv", () => {
  test("has every row in full, dated, sourced and with a confidence", () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(89);
    expect(breaking(outcomes, (r) => isIso(r.date) && r.vendor !== "" && r.metric !== "" && r.value !== "")).toEqual(
      [],
    );
    expect(breaking(outcomes, (r) => CONFIDENCE.includes(r.confidence) && r.source !== "")).toEqual([]);
    expect(breaking(outcomes, (r) => r.confidence === "unverified" || !/^unverified\b/.test(r.source))).toEqual([]);
  });
  test("counts in known units", () => {
    const counts = /^(tokens(\/(minute|day|week|month))?|(words|calls)\/day|accounts|customers|nodes)$/;
    const measures = /^(ratio|x(\/yr.*)?|%.*|USD.*|CNY( million)?|range|text)$/;
    expect(breaking(outcomes, (r) => counts.test(r.unit) || measures.test(r.unit))).toEqual([]);
  });
  test("has numbers where its unit is one", () => {
    const counted = (r: (typeof outcomes)[number]) => /^(tokens|words|calls|accounts|customers|ratio|CNY)/.test(r.unit);
    expect(breaking(outcomes.filter(counted), (r) => Number.isFinite(Number(r.value)))).toEqual([]);
  });
});
