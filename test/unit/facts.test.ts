import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../engine/authoring.ts";
import { architectureIds, dayNumber, findArchitecture, findGpu, gpuIds, isoDate } from "../../engine/index.ts";
import { countParameters, kvElements } from "../../engine/costs/inference.ts";
import { ARCHITECTURES } from "../../engine/costs/catalogue.generated.ts";
import { CATALOGUE, catalogueSource } from "../../scripts/catalogue.ts";
import { library } from "../support/scenarios.ts";

const root = join(import.meta.dirname, "../..");
const facts = join(root, "scenarios/facts");
const text = (file: string) => readFileSync(join(facts, file), "utf8");
const prices = csvParse(text("prices.csv"));
const outcomes = csvParse(text("outcomes.csv"));

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
const where = (row: { date?: string; vendor?: string; model?: string; metric?: string }) =>
  `${row.date} ${row.vendor} ${row.model ?? row.metric}`;
/** Rows that break a rule, named, so that a failure says which. */
const breaking = <R extends { date?: string }>(rows: readonly R[], rule: (row: R) => boolean) =>
  rows.filter((row) => !rule(row)).map(where);

describe.each(JSON.parse(text("datapackage.json")).resources as { path: string; schema: { fields: Field[] } }[])(
  "$path",
  ({ path, schema: { fields } }) => {
    const rows = csvParse(text(path));
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

describe("architectures and accelerators", () => {
  const architectures = JSON.parse(text("architectures.json")).architectures;
  const gpus = JSON.parse(text("gpus.json")).gpus;

  test("carry a source and a confidence each", () => {
    for (const [id, fact] of [...Object.entries(architectures), ...Object.entries(gpus)]) {
      const {
        source,
        confidence,
        confidenceByField = {},
      } = fact as { source: string; confidence: string; confidenceByField?: Record<string, string> };
      expect(source, id).toMatch(/\S/);
      for (const word of [confidence, ...Object.values(confidenceByField)]) expect(CONFIDENCE, id).toContain(word);
      if (confidence !== "unverified") expect(source, id).not.toMatch(/^unverified/);
    }
  });
  test("give the parameter and cache counts that the engine derives from their dimensions", () => {
    for (const a of ARCHITECTURES) {
      const fact = architectures[a.id];
      const { total, active } = countParameters(a);
      // The source of Mixtral's count leaves its routers out, 0.002 %.
      expect(Math.abs(total / fact.paramsTotalComputed - 1), a.id).toBeLessThan(
        a.id === "mixtral-8x22b" ? 3e-5 : 1e-12,
      );
      if (fact.paramsActiveComputed) expect(active, a.id).toBe(fact.paramsActiveComputed);
      expect(kvElements(a.attention, a.layers), a.id).toBe(fact.kvElementsPerToken);
    }
  });
  test("go by names that mean one thing each", () => {
    for (const names of [architectureIds, gpuIds]) expect(new Set(names).size).toBe(names.length);
    for (const id of architectureIds) expect(findArchitecture(id)).toBeDefined();
    for (const id of gpuIds) expect(findGpu(id)).toBeDefined();
    expect(findArchitecture("deepseek-r1")).toBe(findArchitecture("deepseek-v3"));
  });
  test("are what the engine's catalogue was made from", () => {
    expect(readFileSync(CATALOGUE, "utf8")).toBe(catalogueSource());
  });
});

describe("china-2024-history", () => {
  const id = "china-2024-history";
  const resolve = (name: string) => {
    const file = join(root, `scenarios/library/${name}.yaml`);
    return { file, text: readFileSync(file, "utf8") };
  };
  const { scenario, provenance } = readScenario(resolve(id).text, { file: `${id}.yaml`, resolve });
  const LOOSE = ["unverified", "assumption"];
  const rowsOf = (product: string, currency: string) =>
    prices.filter((r) => r.product === product && r.currency === currency && r.input_per_mtok !== "");
  const products = Object.entries(scenario.vendors).flatMap(([v, vendor]) =>
    Object.entries(vendor.products).map(([p, product]) => ({
      id: `${v}.${p}`,
      path: `vendors.${v}.products.${p}`,
      product,
    })),
  );
  const loose = (path: string) => LOOSE.includes(provenance[path]?.source ?? "");

  test("posts on each date the price the record has, and marks what the record does not vouch for", () => {
    const events = scenario.events.filter((e) => e.kind === "price");
    expect(events.length).toBeGreaterThanOrEqual(25);
    for (const event of events) {
      const { input, output } = event.price as { input: number; output: number };
      const row = rowsOf(event.product as string, "CNY").find(
        (r) => r.date === event.date && Number(r.input_per_mtok) === input,
      );
      expect(row, `${event.date} ${String(event.product)} at ${input}`).toBeDefined();
      const noted = event.note !== undefined && /unverified|first seen/.test(event.note.en);
      if (row!.output_per_mtok !== "") expect(Number(row!.output_per_mtok), where(row!)).toBe(output);
      const vouched =
        row!.confidence !== "unverified" && row!.output_confidence !== "unverified" && row!.output_per_mtok !== "";
      if (!vouched) expect(noted, `${where(row!)} must say what is unverified`).toBe(true);
    }
  });
  test("launches products at the record's price, or says that it assumes one", () => {
    const launched = products.filter(({ product }) => product.launch !== null);
    expect(launched.length).toBeGreaterThanOrEqual(9);
    for (const { id: product, path, product: p } of launched) {
      if (loose(`${path}.price.input`)) continue;
      const dates = loose(`${path}.launch`)
        ? rowsOf(product, "CNY")
        : rowsOf(product, "CNY").filter((r) => r.date === p.launch);
      expect(
        dates.map((r) => Number(r.input_per_mtok)),
        product,
      ).toContain(p.price.input);
    }
  });
  test("opens at the last price recorded before the war, or says that it assumes one", () => {
    for (const { id: product, path, product: p } of products.filter(({ product: q }) => q.launch === null)) {
      if (loose(`${path}.price.input`)) continue;
      const currency = rowsOf(product, "CNY").length > 0 ? "CNY" : "USD"; // where both are listed, China's own wins
      const rate = currency === "USD" ? Number.parseFloat(String(scenario.fx.USD)) : 1;
      const last = rowsOf(product, currency).findLast((r) => r.date < "2024-05-06");
      expect(Number(last?.input_per_mtok) * rate, product).toBeCloseTo(p.price.input!, 9);
    }
  });
});

/** What scenarios of the record post, each price with the day it holds from, in the file's own currency. */
describe.each(["v4-war-history", "light-war-2026-history", "spring-rises", "august-tariff", "plan-war", "today"])(
  "%s",
  (id) => {
    const resolve = (name: string) => {
      const file = join(root, `scenarios/library/${name}.yaml`);
      return { file, text: readFileSync(file, "utf8") };
    };
    const { scenario, provenance } = readScenario(resolve(id).text, { file: `${id}.yaml`, resolve });
    const { CNY } = scenario.fx;
    const METERS = {
      input: "input_per_mtok",
      output: "output_per_mtok",
      cached: "cached_per_mtok",
      month: "per_month",
    };
    type List = Readonly<Record<string, number>>;

    /** Whether a row has each of those prices, to rounding: a file in yuan is read at the scenario's rate. */
    const has = (row: Row, list: List) =>
      Object.entries(METERS).every(([meter, column]) => {
        const rate = row.currency === "CNY" ? CNY : 1;
        const given = list[meter];
        return given === undefined || (row[column] !== "" && Math.abs(Number(row[column]) * rate - given) < 1e-9);
      });
    type Row = (typeof prices)[number];
    const rowsOf = (product: string) => prices.filter((r) => r.product === product);
    const loose = (path: string) => provenance[path]?.source === "assumption";
    const sameMonth = (row: Row, date: string) =>
      row.date_basis === "month" && row.date.slice(0, 7) === date.slice(0, 7);

    test("opens at prices of the record, or says that it assumes one", () => {
      const opening = Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
        Object.entries(products).map(([p, product]) => ({
          id: `${v}.${p}`,
          path: `vendors.${v}.products.${p}`,
          product,
        })),
      );
      const checked = opening.filter(({ path }) => !loose(`${path}.price.input`));
      expect(checked.length).toBeGreaterThanOrEqual(15);
      const strange = checked.filter(({ id: product, product: { price, launch } }) => {
        const day = launch && launch !== "never" ? launch : scenario.clock.start;
        const announced = (r: Row) => r.status === "announced" && r.date <= day;
        const known = (r: Row) => r.date <= day || r.date_basis === "level";
        return !rowsOf(product).some(
          (r) => (r.status === "applied" ? known(r) : announced(r)) && has(r, price as List),
        );
      });
      expect(strange.map((x) => x.id)).toEqual([]);
    });
    test("posts on each date a price that the record has on that day, or about it and says so", () => {
      const posted = scenario.events.flatMap((e) =>
        e.price === undefined || e.price === null
          ? []
          : [{ ...e, product: e.product as string, list: e.price as List }],
      );
      const strange = posted.filter(
        ({ product, date, list }) =>
          !rowsOf(product).some(
            (r) => r.status === "applied" && (r.date === date || sameMonth(r, date)) && has(r, list),
          ),
      );
      expect(strange.map((e) => `${e.date} ${e.product} ${JSON.stringify(e.list)}`)).toEqual([]);
      if (id !== "today") expect(posted.length).toBeGreaterThanOrEqual(2);
    });
    test("has each step and each promotion of its tariffs from a row", () => {
      const tariffs = Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
        Object.entries(products).flatMap(([p, { tariff, price }]) =>
          tariff ? [{ product: `${v}.${p}`, tariff, price: price as List }] : [],
        ),
      );
      const times = (list: List, x = 1) => Object.fromEntries(Object.entries(list).map(([k, y]) => [k, x * y]));
      const changed = (price: List, change: { times?: number; price?: object }) =>
        (change.price as List | undefined) ?? times(price, change.times);
      const strange = tariffs.flatMap(({ product, tariff, price }) => {
        const steps = (tariff.brackets?.steps ?? []).filter(
          (step) =>
            !rowsOf(product).some((r) => Number(r.context_above) === step.above && has(r, changed(price, step))),
        );
        const hours = (tariff.hours?.windows ?? []).filter(
          (window) => !rowsOf(product).some((r) => r.hours === "peak" && has(r, changed(price, window))),
        );
        const promotions = tariff.promotions.filter(
          (p) => !rowsOf(product).some((r) => r.until === p.until && has(r, changed(price, p))),
        );
        return [...steps, ...hours, ...promotions].map((x) => `${product} ${JSON.stringify(x)}`);
      });
      expect(strange).toEqual([]);
    });
  },
);
