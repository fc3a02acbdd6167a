import { describe, expect, it } from "vitest";
import { patchScenario, type Scenario } from "../../engine/index.ts";
import { buildReport } from "../../report/document/build.ts";
import type { ReportDocument, Sentence } from "../../report/document/model.ts";
import { sections } from "../../report/document/sections/index.ts";
import { textOf } from "../../report/document/sentence.ts";
import { printedPage } from "../../report/writers/html/page.ts";
import { armOf, asked } from "../support/report-arms.ts";
import { library, variant } from "../support/scenarios.ts";

const FEW = "demand: {agents: 500}\n";
const small = (text = "") => variant(FEW + text);

/** One vendor of the small scenario, alone on the market. */
const only = (s: Scenario, id: string): Scenario => ({
  ...s,
  vendors: { [id]: s.vendors[id] },
  events: [],
  levers: [],
});

function sixteen(s: Scenario): Scenario {
  const copies = Array.from({ length: 7 }, (_, k) => [
    `clone${k}`,
    { ...s.vendors.alibaba, name: { en: `Clone ${k}`, zh: `克隆 ${k}` }, short: undefined },
  ]);
  const first = Object.entries(s.vendors).slice(0, 9);
  return { ...s, vendors: Object.fromEntries([...first, ...copies]) };
}

const CASES: Readonly<Record<string, () => Scenario>> = {
  "a dead vendor": () =>
    patchScenario(small(), {
      "vendors.moonshot.cash": 1,
      "vendors.moonshot.outlays": 1e9,
      "vendors.moonshot.purse": 0,
      "vendors.moonshot.funding": null,
    }),
  "a free product": () =>
    patchScenario(small(), {
      "vendors.baidu.products.ernie-lite.price.input": 0,
      "vendors.baidu.products.ernie-lite.price.output": 0,
    }),
  "a single vendor": () => only(small(), "alibaba"),
  "sixteen vendors": () => sixteen(small()),
  "one tick": () => ({ ...small(), clock: { ...small().clock, end: small().clock.start } }),
  "520 weeks": () => ({ ...small(), clock: { ...small().clock, end: "2034-03-27" } }),
  "hosts of open weights": () => library("global", { "demand.agents": 300, "clock.tickDays": 7 }),
  "a textbook market": () => library("textbook-logit"),
};

function texts(d: ReportDocument): string[] {
  const all = d.sections
    .flatMap((s) => s.blocks)
    .flatMap((x): readonly Sentence[] =>
      x.kind === "prose" ? x.sentences : x.kind === "list" ? x.items : x.kind === "table" ? x.table.rows.flat() : [],
    );
  return [d.title, ...d.keyFigures.flatMap((k) => [k.value, k.note]), ...all].map(textOf);
}

describe.each(Object.entries(CASES))("a report on %s", (name, make) => {
  const scenario = make();
  const arm = armOf(scenario, name === "520 weeks" ? 2 : 5);
  const solo = (lang: "en" | "zh") =>
    buildReport([arm], asked({ lang, sections: sections.ids(), runs: arm.recordings.length }), "0");

  it("reads right in both languages: no hole, no NaN, nothing of a program", () => {
    for (const lang of ["en", "zh"] as const) {
      const d = solo(lang);
      expect(textOf(d.title).length).toBeGreaterThan(4);
      for (const text of texts(d)) {
        expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object|\s{2}|，，|。。|\.\./);
        expect(text).not.toMatch(/[\u4e00-\u9fff][A-Za-z]|[a-zA-Z%][\u4e00-\u9fff]/); // set apart
      }
      expect(printedPage(d)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("has a sheet for everything, of whole rows", () => {
    for (const { columns, rows } of solo("en").sheets())
      for (const row of rows) {
        expect(row.length).toBe(columns.length);
        expect(row.some((x) => typeof x === "number" && !Number.isFinite(x))).toBe(false);
      }
  });
});

describe("what is out of the ordinary", () => {
  const prose = (scenario: Scenario, ids = ["summary"], runs = 5) =>
    texts(buildReport([armOf(scenario, runs)], asked({ sections: ids, runs }), "0")).join(" ");

  it("is said: who left, what is free, that nobody competes, that there is one day or one run", () => {
    expect(prose(CASES["a dead vendor"]())).toMatch(/Vendors that leave: Moonshot \(alive at the end in 0% of runs\)/);
    expect(prose(CASES["a free product"]())).toMatch(/At the end .*free.*ERNIE Lite/);
    expect(prose(CASES["a single vendor"]())).toMatch(/Alibaba is the only vendor/);
    expect(prose(CASES["one tick"]())).toMatch(/Only one day is recorded/);
    expect(prose(CASES["a single vendor"]())).toMatch(/nobody moves a price/);
    expect(prose(CASES["a dead vendor"](), ["uncertainty"])).toMatch(/Moonshot leaves in every run/);
    const decade = prose(CASES["520 weeks"](), ["summary", "limits"], 2);
    expect(decade).toMatch(/More than three years are simulated/);
    expect(decade).not.toMatch(/\d,\d{3},\d{3},|\d{4,}%|\d,\d{3}%/); // no number nobody can read
    expect(prose(small(), ["summary"], 1)).toMatch(/a single run says nothing about the range/);
  });
});

describe("a report for a class", () => {
  it("asks before it tells: no finding in its title, no key figures, answers at the end", () => {
    const arm = armOf(small(), 2);
    for (const lang of ["en", "zh"] as const) {
      const d = buildReport([arm], asked({ template: "classroom", lang, runs: 2 }), "0");
      expect([textOf(d.title), d.keyFigures]).toEqual([arm.scenario.title[lang], []]);
      expect(d.sections.at(-1)?.id).toBe("answers");
      const before = d.sections
        .slice(0, 2)
        .flatMap((s) => s.blocks)
        .flatMap((b) => (b.kind === "prose" ? b.sentences : b.kind === "list" ? b.items : []));
      expect(before.map(textOf).join(" ")).not.toMatch(/\d%/);
      const told = d.sections
        .at(-1)!
        .blocks.flatMap((b) => (b.kind === "list" ? b.items : []))
        .map(textOf)
        .join(" ");
      expect(told).toMatch(
        lang === "zh" ? /目录价跌 \d+%.*要与另一情景相比/ : /List prices fell \d+%.*against another scenario/,
      );
      expect(printedPage(d)).not.toContain('class="key"');
    }
  });
});
