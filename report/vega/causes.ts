import type { Effect } from "../../charts/marks/effects.tsx";
import { kindOf, partsOf, type Way } from "../../charts/data/waterfall-bars.ts";
import { type Explained, say, type Split, type Text } from "../../engine/index.ts";
import { PART_WORDS, verdictWord } from "../../words/explain-words.ts";
import { fullName, type Named } from "../../words/names.ts";
import { inkIn } from "../../charts/theme/theme.ts";
import { PARTS_KINDS, POINTS } from "./vega-words.ts";
import { type Look, type Spec, value } from "./spec.ts";

/** Effects as bars from a common zero, each with its whisker. */
export function effectsSpec({ effects }: { readonly effects: readonly Effect[] }, { theme }: Look): Spec {
  const values = effects.map(({ label, value: x, low, high, text, color, total }) => ({
    label,
    value: value(x),
    low: value(low),
    high: value(high),
    text,
    ink: total ? theme.line2 : (color ?? theme.ghost),
  }));
  const at = (field: string) => ({ field, type: "quantitative", title: null, axis: null });
  return {
    width: 420,
    height: { step: 24 },
    data: { values },
    encoding: { y: { field: "label", type: "nominal", title: null, sort: null } },
    layer: [
      {
        mark: { type: "bar", height: 12, tooltip: true },
        encoding: { x: at("value"), color: { field: "ink", type: "nominal", scale: null } },
      },
      { mark: { type: "rule", color: theme.ink }, encoding: { x: at("low"), x2: { field: "high" } } },
      {
        mark: { type: "text", align: "left", dx: 6, color: theme.ink },
        encoding: { x: { value: "width" }, text: { field: "text", type: "nominal" } },
      },
    ],
  };
}

interface WaysDrawing {
  readonly split: Split;
  readonly names: Readonly<Record<Way, Text>>;
}

/** The same fall told three ways, as parts of the whole. */
export function waysSpec({ split, names }: WaysDrawing, { lang, theme }: Look): Spec {
  const kinds = say(PARTS_KINDS, lang);
  const fall = split.to - split.from;
  const values = (Object.keys(names) as Way[]).flatMap((way) =>
    partsOf(split, way).flatMap(([part, change]) =>
      Number.isFinite(change)
        ? [
            {
              way: say(names[way], lang),
              part: say(PART_WORDS[part], lang),
              kind: kinds[kindOf(part)],
              of: change / fall,
            },
          ]
        : [],
    ),
  );
  const inks = { domain: [kinds.cost, kinds.competition, kinds.margin], range: [theme.ghost, theme.ink2, theme.below] };
  return {
    width: 460,
    height: { step: 40 },
    data: { values },
    mark: { type: "bar", height: 22, tooltip: true, stroke: theme.surface },
    encoding: {
      y: { field: "way", type: "nominal", title: null, sort: null },
      x: { field: "of", type: "quantitative", title: null, axis: { format: "%" } },
      color: { field: "kind", type: "nominal", title: null, scale: inks },
      detail: { field: "part", type: "nominal" },
    },
  };
}

interface PositionsDrawing {
  readonly rows: readonly Explained[]; // products
  readonly scenario: Named;
  readonly unit: string;
}

/** Where each price was and is, against unit cost and the static Nash price. A log axis has no zero: free is said. */
export function positionsSpec({ rows, scenario, unit }: PositionsDrawing, { lang, theme }: Look): Spec {
  const { ways, points, verdicts, kinds } = positionsData(rows, scenario, { lang, theme });
  const x = (field: string): Spec => ({ field, type: "quantitative", title: unit, scale: { type: "log" } });
  const y = { field: "product", type: "nominal", title: null, sort: verdicts.map(({ product }) => product) };
  const own = (field: string) => ({ field, type: "nominal", scale: null, legend: null });
  const shapes = { domain: kinds, range: ["stroke", "diamond", "circle", "circle"] };
  return {
    width: 420,
    height: { step: 20 },
    layer: [
      {
        data: { values: ways },
        mark: { type: "rule", strokeWidth: 1.75, opacity: 0.7 },
        encoding: { x: x("from"), x2: { field: "to" }, y, color: own("ink") },
      },
      {
        data: { values: points },
        mark: { type: "point", size: 60, tooltip: true },
        encoding: {
          x: x("price"),
          y,
          shape: { field: "kind", type: "nominal", title: null, legend: { orient: "bottom" }, scale: shapes },
          stroke: own("stroke"),
          fill: own("fill"),
          tooltip: ["product", "kind", "price"].map((field) => ({ field })),
        },
      },
      {
        data: { values: verdicts },
        mark: { type: "text", align: "left", dx: 8, color: theme.ink },
        encoding: { x: { value: "width" }, y, text: { field: "verdict", type: "nominal" } },
      },
    ],
  };
}

/** What goes from where to where, the four prices of each, and what they come to in words. */
function positionsData(rows: readonly Explained[], scenario: Named, { lang, theme }: Look) {
  const { from, to, cost, nash, free } = say(POINTS, lang);
  const all = rows.map((row) => ({
    row,
    product: fullName(scenario, row.id, lang),
    ink: inkIn(scenario.vendors, row.id.split(".")[0], theme.mode).mark,
  }));
  const points = all.flatMap(({ row: { split: s }, product, ink }) =>
    [
      { kind: cost, price: s.costTo, stroke: theme.ink, fill: theme.ink },
      { kind: nash, price: s.nashTo, stroke: theme.ink, fill: theme.surface },
      { kind: from, price: s.from, stroke: ink, fill: theme.surface },
      { kind: to, price: s.to, stroke: ink, fill: ink },
    ]
      .filter(({ price }) => price > 0)
      .map((point) => ({ product, ...point })),
  );
  const ways = all
    .filter(({ row: { split: s } }) => s.from > 0 && s.to > 0)
    .map(({ row: { split: s }, product, ink }) => ({ product, from: s.from, to: s.to, ink }));
  const verdicts = all.map(({ row, product }) => {
    const verdict = row.verdict === null ? "–" : verdictWord(row, lang);
    return { product, verdict: row.split.to > 0 || row.verdict === "free" ? verdict : `${free} · ${verdict}` };
  });
  return { ways, points, verdicts, kinds: [cost, nash, from, to] };
}
