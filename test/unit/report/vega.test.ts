import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { buildReport } from "../../../report/document/build.ts";
import { type Host, writers } from "../../../report/writers/index.ts";
import { figuresOf } from "../../../report/writers/svg.ts";
import type { Figure } from "../../../report/figures/index.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import { tornadoSpec } from "../../../report/vega/tornado.ts";
import { armOf, asked } from "../../support/report-arms.ts";
import { variant } from "../../support/scenarios.ts";

type Rows = readonly Readonly<Record<string, unknown>>[];
interface Chart {
  readonly name: string;
  readonly spec: TopLevelSpec & { readonly usermeta: { readonly pricewar: { readonly command: string } } };
  readonly figure: Figure;
}

const schemaFile = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
ajv.addFormat("color-hex", () => true);

const LOOK = { lang: "en", theme: THEMES.light } as const;

let charts: Chart[];

beforeAll(async () => {
  const arms = ["", "vendors: {deepseek: {products: {v2: {launch: never}}}}"].map((t) =>
    armOf(variant(`demand: {agents: 300}\nclock: {burnInWeeks: 4}\n${t}`), 5),
  );
  const document = buildReport(arms, asked({ template: "technical" }), "1.2.3");
  const files = await writers.get("vega").write(document, {} as Host, "r");
  const figures = figuresOf(document);
  charts = files.map(({ name, bytes }, k) => ({
    name,
    spec: JSON.parse(new TextDecoder().decode(bytes)) as Chart["spec"],
    figure: figures[k],
  }));
});

/** Draws a specification as the public editor does; the SVG, or an error. */
async function drawn(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

test("every chart has a Vega-Lite specification that the published schema accepts and Vega draws", async () => {
  const valid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")) as object);
  expect(charts.length).toBeGreaterThan(4);
  const kinds = new Set(charts.map(({ figure }) => figure.drawing.kind));
  expect([...kinds].toSorted()).toEqual(["lanes", "panel", "waterfall"]);
  for (const { name, spec } of charts) {
    expect([name, valid(spec), valid.errors?.slice(0, 3)]).toEqual([name, true, undefined]);
    expect(await drawn(spec)).toMatch(/<path|<rect/);
  }
});

test("a line's data are the chart's own numbers, day by day, its baseline and bands among them", () => {
  const { spec, figure } = charts.find((c) => c.figure.id === "shares")!;
  if (figure.drawing.kind !== "panel") throw new Error("shares are lines");
  const rows = (spec as unknown as { data: { values: Rows } }).data.values;
  for (const line of figure.drawing.lines) {
    const own = rows.filter(({ series }) => series === line.label);
    const column = (name: string) => own.map((row) => row[name]).filter((x) => x !== undefined && x !== null);
    for (const name of ["low", "high", "baseline"] as const)
      expect(column(name)).toEqual([...(line[name] ?? [])].filter(Number.isFinite));
    expect(column("value")).toEqual([...line.values].filter(Number.isFinite));
  }
});

test("prices are steps on a log axis, and what is given away is drawn apart, not left out", () => {
  const { spec, figure } = charts.find((c) => c.figure.id === "prices")!;
  if (figure.drawing.kind !== "panel") throw new Error("prices are lines");
  const text = JSON.stringify(spec);
  expect(text).toContain('"interpolate":"step-after"');
  expect(text).toContain('"type":"log"');
  for (const { products } of figure.drawing.free) expect(text).toContain(JSON.stringify(products));
});

test("a tornado keeps both ends of each lever and what they were set to", async () => {
  const bars = [{ id: "mu", name: "Taste", from: 0.1, to: 0.4, fromText: "0.15", toText: "0.3" }];
  const spec = tornadoSpec({ name: "HHI", bars, origin: 0.2, originText: "as it stands 0.2" }, LOOK);
  expect((spec.data as { values: Rows }).values).toMatchObject([
    { from: 0.1, to: 0.4, fromText: "0.15", toText: "0.3" },
  ]);
  expect(await drawn(spec as unknown as TopLevelSpec)).toContain("Taste");
});

test("a specification says how to make it again", () => {
  for (const { spec } of charts) expect(spec.usermeta.pricewar.command).toMatch(/^pricewar .* --format vega$/);
});
