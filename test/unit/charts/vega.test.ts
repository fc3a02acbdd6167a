import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, test } from "vitest";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { DATES, freeLanesFixed, lanes, runsOfOne, shares } from "../../../charts/gallery/fixed.ts";
import { course, NAMED, split, switches, verdicts, war } from "../../../charts/gallery/fixed-war.ts";
import { fanOf } from "../../../charts/data/fan-of.ts";
import { sweepPoints } from "../../../charts/data/sweep-data.ts";
import { WAY_WORDS } from "../../../charts/marks/three-ways.tsx";
import { inkOf, THEMES } from "../../../charts/theme/theme.ts";
import * as vega from "../../../report/vega/index.ts";
import type { Look, Spec } from "../../../report/vega/spec.ts";

const root = join(import.meta.dirname, "../../..");
const ink = inkOf("zhipu", 4, "light");
const unit = "CNY/Mtok";
const runs = runsOfOne();
const { chartSpec, ...builders } = vega;

const axis = {
  kind: "range",
  path: "demand.mu",
  also: [],
  unit: "1",
  low: 0.5,
  high: 8,
  scale: "log",
  integer: false,
  points: 5,
  base: 1,
} as const;
const points = sweepPoints([[0.5], [0.5], [8], [8]], [0.8, 0.7, 0.2, 0.1]);
const cells = [
  { x: 1, y: 1, shade: 0, text: "12%" },
  { x: 2, y: 1, shade: 1, text: "53%", small: "90%" },
];
const effects = [{ id: "price", label: "Price", value: 0.2, low: 0.1, high: 0.3, text: "+20 pts" }];
const bars = [{ id: "mu", name: "Taste", from: 0.1, to: 0.4, fromText: "0.15", toText: "0.3" }];
const panel = { dates: DATES, lines: shares("light"), free: freeLanesFixed("light"), height: 200 };
const markers = [{ tick: 30, text: "DeepSeek-V2" }];

/** A chart of each kind, and texts and numbers that its specification must hold. */
const CHARTS: Readonly<
  Record<keyof typeof builders, { spec(look: Look): Spec; readonly holds: readonly (string | number)[] }>
> = {
  linesSpec: {
    spec: (look) => vega.linesSpec({ ...panel, markers, unit, step: true }, look),
    holds: [panel.lines[2].values[100], panel.lines[0].label, "DeepSeek-V2", "Spark Lite"],
  },
  panelSpec: {
    spec: (look) => vega.panelSpec({ kind: "panel", measure: "tokenShare", currency: "CNY", ...panel, markers }, look),
    holds: [panel.lines[1].values[7]],
  },
  lanesSpec: {
    spec: (look) => vega.lanesSpec({ dates: DATES, lanes: lanes("light") }, look),
    holds: [lanes("light")[0].title],
  },
  fanSpec: {
    spec: (look) =>
      vega.fanSpec({ fan: fanOf(runs), dates: DATES, ink, unit: "", percent: true, height: 200, at: DATES[9] }, look),
    holds: [fanOf(runs).quantiles[0][50], fanOf(runs).quantiles[4][50]],
  },
  spreadSpec: {
    spec: (look) => vega.spreadSpec({ values: runs.map((r) => r[9]), name: "share", ink, percent: true }, look),
    holds: [runs[0][9], runs.at(-1)![9]],
  },
  mapSpec: {
    spec: (look) => vega.mapSpec({ cells, xName: "tastes", yName: "cost", label: String }, look),
    holds: ["53% 90%", "tastes"],
  },
  sweepSpec: {
    spec: (look) => vega.sweepSpec({ axis, d: 0, points, line: true, xName: "tastes", yName: "HHI" }, look),
    holds: [points[0].mean, points[1].low, '"type":"log"'],
  },
  effectsSpec: { spec: (look) => vega.effectsSpec({ effects }, look), holds: ["+20 pts", 0.1, 0.3] },
  waysSpec: {
    spec: (look) => {
      const { symmetric, nash, absolute } = WAY_WORDS;
      return vega.waysSpec(
        { split, names: { symmetric: symmetric.name, nash: nash.name, absolute: absolute.name } },
        look,
      );
    },
    holds: [split.absolute.margin / (split.to - split.from)],
  },
  positionsSpec: {
    spec: (look) => vega.positionsSpec({ rows: verdicts, scenario: NAMED, unit }, look),
    holds: [verdicts[0].split.from, verdicts[0].split.nashTo, "price war"],
  },
  warSpec: {
    spec: (look) => vega.warSpec({ war, course, scenario: NAMED }, look),
    holds: [course.index[60], 1 - course.moves[0].to / course.moves[0].from],
  },
  flowsSpec: { spec: (look) => vega.flowsSpec({ switches, scenario: NAMED }, look), holds: [26_000] },
  tornadoSpec: {
    spec: (look) => vega.tornadoSpec({ name: "HHI", bars, origin: 0.2, originText: "0.2" }, look),
    holds: [0.1, 0.4, "Taste"],
  },
  waterfallSpec: {
    spec: (look) => vega.waterfallSpec({ explained: verdicts[0], from: "1 Apr", to: "30 Jun", way: "nash" }, look),
    holds: [verdicts[0].split.from, verdicts[0].split.nash.competition],
  },
};

const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
ajv.addFormat("color-hex", () => true);
const schema = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
const valid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")) as object);

/** Draws a specification as the public editor does: its marks; what Vega complains of fails the test. */
async function drawn(spec: TopLevelSpec): Promise<string> {
  const complaints: string[] = [];
  const told = (...words: readonly unknown[]) => (complaints.push(words.join(" ")), logger);
  const logger = { level: () => logger, error: told, warn: told, info: () => logger, debug: () => logger };
  const view = new View(parse(compile(spec, { logger: logger as never }).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  expect(complaints).toEqual([]);
  return svg;
}

test.each(Object.entries(CHARTS))(
  "%s: the published schema accepts it, Vega draws it, it holds the chart's data",
  async (_, chart) => {
    for (const [lang, mode] of [
      ["en", "light"],
      ["zh", "dark"],
    ] as const) {
      const look = { lang, theme: THEMES[mode] };
      const text = JSON.stringify(
        chartSpec({ title: "A", subtitle: "", summary: "A", origin: {} }, chart.spec(look), look.theme),
      );
      const spec = JSON.parse(text) as TopLevelSpec;
      expect([valid(spec), valid.errors?.slice(0, 3)]).toEqual([true, undefined]);
      expect(await drawn(spec)).toMatch(/<path|<rect/);
      if (lang === "en") for (const part of chart.holds) expect(text).toContain(String(part));
    }
  },
);

test("each chart of the app that gives its numbers gives itself as Vega-Lite", () => {
  const files = execFileSync("git", ["ls-files", "ui/*.tsx"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const buttons = files.flatMap((file) => {
    const source = readFileSync(join(root, file), "utf8");
    return [...source.matchAll(/<(?:DataTableButton|TableButton)\b[^]*?\n? *\/>/g)].map(
      ([button]) => `${file} ${button}`,
    );
  });
  expect(buttons.length).toBeGreaterThan(10);
  expect(buttons.filter((button) => !/\bspec=/.test(button))).toEqual([]);
});
