import { beforeAll, describe, expect, it } from "vitest";
import { headline, type Language, metrics, type Recording, type Scenario } from "../../../engine/index.ts";
import { buildReport } from "../../../report/document/build.ts";
import type { Arm } from "../../../report/document/arm.ts";
import { Evidence } from "../../../report/document/evidence.ts";
import type { ReportDocument, Sentence, Value } from "../../../report/document/model.ts";
import { sections } from "../../../report/document/sections/index.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { armOf, asked } from "../../support/report-arms.ts";
import { variant } from "../../support/scenarios.ts";

const RUNS = 5;
let a: Arm;
let b: Arm;
beforeAll(() => {
  const few = "demand: {agents: 500}\n";
  a = armOf(variant(few), RUNS);
  b = armOf(variant(`${few}vendors: {deepseek: {products: {v2: {launch: never}}}}`), RUNS);
});

/** Every sentence of a document: title, key figures, prose, lists, table cells. */
function sentences(d: ReportDocument): Sentence[] {
  const blocks = d.sections.flatMap((s) => s.blocks);
  return [
    d.title,
    ...d.keyFigures.flatMap((k) => [k.value, k.note]),
    ...blocks.flatMap((x) =>
      x.kind === "prose" ? x.sentences : x.kind === "list" ? x.items : x.kind === "table" ? x.table.rows.flat() : [],
    ),
  ];
}

const valuesOf = (d: ReportDocument): Value[] =>
  sentences(d).flatMap((s) => s.parts.filter((p): p is Value => typeof p === "object" && "path" in p));

const SCALES: Readonly<Record<string, number>> = { tn: 1e12, bn: 1e9, mn: 1e6, k: 1e3, 万亿: 1e12, 亿: 1e8, 万: 1e4 };

/** What a reader takes a said number for, and half of its last digit: the most that rounding explains. */
function read(said: string, path: string): { value: number; half: number } | null {
  const found = /([+\u2212]?)[¥$]?([\d,]+(?:\.(\d+))?)\s*(万亿|亿|万|tn|bn|mn|k)?\s*(%|pts|个百分点)?/.exec(said);
  if (!found) return null;
  const [, sign, digits, decimals = "", scale, percent] = found;
  // The upper end carries the unit of both.
  const unit = (scale ? SCALES[scale] : 1) * (percent || /(Share|Fall|Margin)#low$/.test(path) ? 0.01 : 1);
  const size = Number(digits.replaceAll(",", "")) * unit;
  return { value: sign === "\u2212" ? -size : size, half: (0.5 * unit) / 10 ** decimals.length };
}

/** The recorded number at the end of a path, found without the code that wrote the sentence. */
function recorded(path: string): number {
  if (path === "runs") return RUNS;
  const [, arm, one, minus, rest, mark] = /^([AB])(\[0\])?(-B)?\/([^#]+)#?(\w*)$/.exec(path) ?? [];
  const values = (from: Arm) => from.recordings.map((r) => numberOf(r, rest));
  const mine = values(arm === "A" ? a : b);
  if (minus) {
    const gaps = mine.map((x, k) => x - values(b)[k]);
    const mean = gaps.reduce((x, y) => x + y, 0) / RUNS;
    const sd = Math.sqrt(gaps.reduce((s, x) => s + (x - mean) ** 2, 0) / (RUNS - 1));
    const t4 = 2.776; // Student's t, 97.5 %, 4 degrees of freedom
    if (mark === "agree") return gaps.filter((x) => Math.sign(x) === Math.sign(mean)).length;
    return mean + { low: -1, high: 1, "": 0 }[mark]! * ((t4 * sd) / Math.sqrt(RUNS));
  }
  if (one) return mine[0];
  const sorted = mine.toSorted((x, y) => x - y); // of five, 10 % lies 0.4 of the way from the first to the second
  if (mark === "p10") return sorted[0] + 0.4 * (sorted[1] - sorted[0]);
  if (mark === "p90") return sorted[4] - 0.4 * (sorted[4] - sorted[3]);
  if (mark === "share") return mine.filter((x) => x > 0).length / RUNS;
  return mine.reduce((x, y) => x + y, 0) / RUNS;
}

function numberOf(r: Recording, output: string): number {
  const [head, ...names] = output.split(".");
  if (head === "headline") {
    const found = headline(r)[names[0] as "moves"] as number | readonly unknown[];
    return typeof found === "number" ? found : found.length;
  }
  const [name, over = "end"] = names.at(-1)!.split(":");
  const id = names.slice(0, -1).join(".");
  const [width, k] = head === "vendors" ? [r.vendorIds.length, r.vendorIds.indexOf(id)] : [1, 0];
  const own = (r[head === "vendors" ? "vendor" : "market"] as Readonly<Record<string, Float64Array>>)[name];
  const table = metrics.has(name) ? metrics.get(name).compute(r) : own;
  const series = r.dates.map((_, t) => table[t * width + k]);
  if (over === "start") return series[0];
  return over === "mean" ? series.reduce((x, y) => x + y, 0) / series.length : series.at(-1)!;
}

const isFact = ({ path }: Value) => /\/(explain|scenario)\./.test(path);
const of = (arms: readonly Arm[], lang: Language) =>
  buildReport(arms, asked({ lang, sections: sections.ids() }), "0.0.0");

describe.each(["en", "zh"] as const)("a report in %s", (lang) => {
  it("says of every number what was recorded, but for rounding", () => {
    for (const d of [of([a], lang), of([a, b], lang)]) {
      const values = valuesOf(d);
      expect(values.length).toBeGreaterThan(80);
      for (const { said, path, value } of values) {
        const got = read(said, path);
        if (!got) continue; // “free”, “–”
        // Said as a size, the verb has the sign: what money does, and which vendor gains or loses a share.
        const plain = /Fall|surplus|profit|Surplus|Profit|-B.*tokenShare$/.test(path);
        const want = isFact({ said, path, value }) ? value : recorded(path);
        const gap = Math.abs((plain ? Math.abs(got.value) : got.value) - (plain ? Math.abs(want) : want));
        expect([path, said, want, gap <= got.half * 1.02 + 1e-12]).toEqual([path, said, want, true]);
      }
    }
  });

  it("has no number in a sentence that cannot be traced", () => {
    for (const sentence of sentences(of([a, b], lang))) {
      const loose = sentence.parts.filter((p): p is string => typeof p === "string").join(" ");
      const words = loose.replace(/Ang 2004|10th|90th|第 10|第 90/g, ""); // a reference, two levels
      expect(words).not.toMatch(sentence.parts.length > 1 ? /\d/ : /\d+(\.\d+)?\s*(%|pts|bn|mn|亿|万)/);
    }
  });

  it("takes the numbers of the decomposition from what explains the fall", () => {
    const split = a.explanation.index!.split;
    const d = of([a], lang);
    const said = valuesOf(d).filter(({ path }) => path.startsWith("A/explain.index.split."));
    expect(said.length).toBeGreaterThan(1);
    for (const { path, value } of said) expect(value).toBe(split[path.split(".").at(-1) as "from" | "to"]);
  });
});

describe("words of certainty", () => {
  it("claim no direction that pairs do not agree on, and are surer with more pairs", () => {
    const fair = (scenario: Scenario, recordings: readonly Recording[]): Arm => ({ ...a, scenario, recordings });
    const same = new Evidence([fair(a.scenario, a.recordings), fair(a.scenario, a.recordings)]);
    expect(same.read("A-B/market.hhi")).toBe(0);
    const text = buildReport([a, a], asked({ sections: ["summary", "uncertainty"] }), "0")
      .sections.flatMap((s) =>
        s.blocks.flatMap((x) => (x.kind === "list" ? x.items : x.kind === "prose" ? x.sentences : [])),
      )
      .map(textOf)
      .join(" ");
    expect(text).not.toMatch(/almost certainly|very likely|probably/);
  });
});

describe("the answers of a classroom sheet", () => {
  it("name who gained and who lost most since the start, though the report is held against another scenario", () => {
    const d = buildReport([a, b], asked({ template: "classroom" }), "0");
    const list = d.sections.find(({ id }) => id === "answers")!.blocks[0];
    const said = list.kind === "list" ? list.items.map(textOf).find((text) => text.includes("gains most"))! : "";
    const share = (r: Recording, v: number, t: number) =>
      metrics.get("tokenShare").compute(r)[t * r.vendorIds.length + v];
    const change = a.recordings[0].vendorIds.map((_, v) =>
      a.recordings.reduce((sum, r) => sum + share(r, v, r.dates.length - 1) - share(r, v, 0), 0),
    );
    const named = (x: number) => {
      const { short, name } = a.scenario.vendors[a.recordings[0].vendorIds[change.indexOf(x)]];
      return (short ?? name).en;
    };
    expect(said).toMatch(
      new RegExp(`^${named(Math.max(...change))} gains most, .*${named(Math.min(...change))} loses most, `),
    );
  });
});
