import { beforeAll, describe, expect, it, test } from "vitest";
import { focusTable } from "../../../report/document/focus.ts";
import { focusInput } from "../../../ui/parts/focus/focus-input.ts";
import { candidates, focusOf, mean, patchScenario, scenarioDifferences, series } from "../../../engine/index.ts";
import type { Arm } from "../../../report/document/arm.ts";
import { causesSentence } from "../../../report/document/causes.ts";
import { buildReport } from "../../../report/document/build.ts";
import { differences } from "../../../report/document/differences.ts";
import type { Block, ReportDocument } from "../../../report/document/model.ts";
import { drawFigure } from "../../../report/figures/draw.tsx";
import type { PanelDrawing } from "../../../report/figures/figure.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { valueText } from "../../../charts/data/values.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { bodyOf } from "../../../report/writers/html/body.ts";
import { focusName } from "../../../words/focus-words.ts";
import { library, variant } from "../../support/scenarios.ts";
import { armOf, asked } from "../../support/report-arms.ts";

const FOCUS = "vendors.zhipu.tokenShare@2024-09-30";
const CHANGED = `demand: {agents: 300}
events:
  - {date: 2024-08-19, kind: price, product: deepseek.v2, price: {input: 0.5, output: 1}}
  - {date: 2024-08-20, kind: strategy, vendor: bytedance, strategy: {kind: hold}}
`;

let base: Arm;
let changed: Arm;
beforeAll(() => {
  base = armOf(variant("demand: {agents: 300}\n"), 5);
  changed = { ...armOf(variant(CHANGED), 5), from: base.scenario };
});

const board = (lang: "en" | "zh", over = {}): ReportDocument =>
  buildReport([changed, base], asked({ lang, template: "board", focus: FOCUS, ...over }), "0.0.0");

const textsOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((b) =>
      b.kind === "list" ? b.items : b.kind === "prose" ? b.sentences : b.kind === "table" ? b.table.rows.flat() : [],
    )
    .map(textOf)
    .join("\n");

describe.each(["en", "zh"] as const)("a board paper in %s", (lang) => {
  it("says first what was changed, each edit with its date, from what to what", () => {
    const [first] = board(lang).sections;
    expect(first.id).toBe("changes");
    const text = textsOf(first.blocks);
    expect(text).toMatch(/DeepSeek-V2.*→.*0\.500?.*1\.00/);
    expect(text).toMatch(lang === "en" ? /19 Aug 2024/ : /2024年8月19日/);
    expect(text).toMatch(lang === "en" ? /reacts to nobody, from 20 Aug 2024/ : /不对他人作出反应，2024年8月20日起/);
  });

  it("is called by the answer about its focus, with the mean of the runs on that day", () => {
    const share = mean(
      changed.recordings.map((r) => {
        const t = r.dates.findLastIndex((d) => d <= "2024-09-30");
        return series(r, "vendors.zhipu.tokenShare")[t];
      }),
    );
    const said = share < 0.0995 ? `${(100 * share).toFixed(1)}%` : `${Math.round(100 * share)}%`;
    expect(textOf(board(lang).title)).toContain(said);
    expect(textOf(board(lang).title)).toMatch(lang === "en" ? /on 30 Sep 2024/ : /2024年9月30日/);
  });

  it("says at the right of its figure the number of the day asked about", () => {
    const blocks = board(lang).sections.flatMap((s) => s.blocks);
    const figure = blocks.find((b) => b.kind === "figure" && b.figure.id === "focus-tokenShare");
    if (figure?.kind !== "figure") throw new Error("no figure of the focus");
    expect(figure.figure.gutter).toMatch(lang === "en" ? /^30 Sep/ : /^9月30日/);
    const share = /\d[\d.]*%/.exec(textOf(board(lang).title))![0];
    expect(drawFigure(figure.figure, lang)).toContain(`>${share}<`);
  });

  it("speaks of that day in every figure over time, and in no other paper", () => {
    const panels = (d: ReportDocument) =>
      d.sections
        .flatMap((s) => s.blocks)
        .flatMap((b) => (b.kind === "figure" && b.figure.drawing.kind === "panel" ? [b.figure] : []));
    const figures = panels(board(lang));
    expect(figures.map(({ id }) => id)).toContain("prices");
    const [day, short] = lang === "en" ? ["30 Sep 2024", /^30 Sep/] : ["2024年9月30日", /^9月30日/];
    for (const { gutter, summary, drawing } of figures) {
      expect(gutter).toMatch(short);
      expect(summary).toContain(day);
      const { at, dates } = drawing as PanelDrawing;
      expect(dates[at!]).toBe("2024-09-30");
    }
    const prices = figures.find(({ id }) => id === "prices")!;
    const { at, lines, measure, currency } = prices.drawing as PanelDrawing;
    const drawn = drawFigure(prices, lang);
    for (const { values } of lines.filter((line) => Number.isFinite(line.values[at!]) && line.values[at!] > 0))
      expect(drawn).toContain(`>${valueText(values[at!], { measure: measureOf(measure), currency, lang })}<`);
    const brief = panels(buildReport([changed, base], asked({ lang, template: "brief", focus: FOCUS }), "0"));
    expect(brief.map(({ drawing }) => (drawing as PanelDrawing).at)).toEqual(brief.map(() => undefined));
  });

  it("asks its own question, and no text of the library stands where it does not hold", () => {
    const d = board(lang);
    expect(d.question).not.toContain(base.scenario.question[lang]);
    expect(bodyOf(d, "html")).not.toContain(base.scenario.description![lang]);
  });

  it("tells the scenarios apart in every table and sheet", () => {
    const d = board(lang);
    const titles = new Set(d.manifest.arms.map((_, k) => d.kicker.split(lang === "en" ? ", against " : "，对照：")[k]));
    expect(titles.size).toBe(2);
    for (const sheet of d.sheets().filter(({ id }) => id === "outcomes" || id === "series"))
      expect(new Set(sheet.rows.map(([scenario]) => scenario)).size).toBe(2);
  });

  it("shows no command line but in the box at its end", () => {
    const html = bodyOf(board(lang), "pdf");
    expect(html.slice(0, html.indexOf('id="reproduction"'))).not.toMatch(/pricewar report|--\w/);
  });

  it("carries the analyst's name for the scenario, sentence and logo", () => {
    const own = { ...changed, called: { en: "Half price", zh: "半价" } };
    const logo = "data:image/png;base64,AA==";
    const d = buildReport([own, base], asked({ lang, template: "board", note: "My own words", logo }), "0");
    const html = bodyOf(d, "html");
    for (const text of [own.called[lang], "My own words", logo]) expect(html).toContain(text);
  });
});

describe.each(["en", "zh"] as const)("of cash that a parent pays for (%s)", (lang) => {
  it("says that there is no limit, gives no cause of it, and no number for nothing", () => {
    const causes = { output: "vendors.baidu.cash", agents: 300, replications: 5, causes: [] };
    const d = buildReport(
      [{ ...changed, causes }, base],
      asked({ lang, template: "board", focus: causes.output }),
      "0",
    );
    expect(textOf(d.title)).toMatch(
      lang === "en" ? /cash has no limit on 31 Dec 2024: its parent/ : /百度的现金没有上限/,
    );
    expect(textOf(d.title)).not.toContain("–");
    expect(bodyOf(d, "html")).not.toMatch(/No single change|没有哪一项改动/);
  });
});

test("the page's table of numbers tells what was changed from what it was made from, as the paper does", () => {
  const runs = { arms: [changed, base], changed: true, from: base.scenario, focus: focusOf(FOCUS)! };
  for (const lang of ["en", "zh"] as const) {
    const { head } = focusTable(focusInput(runs, lang));
    const paper = board(lang)
      .sections.flatMap((s) => s.blocks)
      .find((b) => b.kind === "table" && b.table.head[0] === "");
    expect(head).toEqual(paper?.kind === "table" && paper.table.head);
    expect(head[1]).not.toBe(head[3]);
  }
});

test("what rounds to nothing is no cause", () => {
  const clear = (id: string, m: number) => ({ id, mean: m, low: m / 2, high: 2 * m });
  const causes = [clear("pricing:zhipu", 0.02), clear("pricing:baidu", 0.0001)];
  const told = { scenario: changed.scenario, base: base.scenario, lang: "en" } as const;
  const said = (of: typeof causes) =>
    textOf(causesSentence({ output: FOCUS, agents: 300, replications: 5, causes: of }, told));
  expect(said(causes)).toContain("+2.0 pts");
  expect(said(causes)).not.toContain("0.0 pts");
  expect(said(causes.slice(1))).toMatch(/^No single change/);
});

test("names in the plural own without a second s", () => {
  const focus = (id: string) => focusName(focusOf(id)!, base.scenario, "en");
  expect(focus("segments.developers.spend")).toBe("Developers' spend");
  expect(focus("vendors.zhipu.cash")).toBe("Zhipu's cash");
});

test("a difference undone by itself leaves the others", () => {
  const all = scenarioDifferences(changed.scenario, base.scenario);
  expect(all).toHaveLength(2);
  const [first] = all;
  const left = "undone" in first ? first.undone() : changed.scenario;
  expect(scenarioDifferences(left, base.scenario)).toHaveLength(1);
});

test("a lever that sets several numbers is one difference, called by its name", () => {
  const s = library("china-2024");
  const lever = s.levers.find(({ paths }) => paths.length > 1)!;
  const both = patchScenario(s, Object.fromEntries(lever.paths.map(({ path, times }) => [path, 0.5 * times])));
  expect(differences(both, s, "en").map(textOf)).toHaveLength(1);
  expect(textOf(differences(both, s, "en")[0])).toContain(lever.label.en);
});

test("what may have moved a number: each edit alone, and the vendor's own pricing before others'", () => {
  const ids = candidates(changed.scenario, base.scenario, focusOf(FOCUS)!).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(["edit:0", "edit:1"]);
  expect(ids.find((id) => id.startsWith("hold:"))).toBe("hold:zhipu");
});

test.each([
  ["rents", { "events.2.factor": 1.35 }, "GPU rents from January (× November): 1 → 1.35"],
  [
    "next-move",
    { "events.0.change": -0.5, "events.1.change": -0.5 },
    "DeepSeek's next move (list prices, 4 January): 0 → −0.5",
  ],
])("a lever on dated events, %s, is one difference, by its own name", (_, patch, said) => {
  const today = library("today");
  const turned = patchScenario(today, patch);
  expect(differences(turned, today, "en").map(textOf)).toEqual([said]);
  expect(scenarioDifferences(turned, today)[0]).toMatchObject({ kind: "lever" });
  const [difference] = scenarioDifferences(turned, today);
  expect("undone" in difference && difference.undone().events).toEqual(today.events);
});

test("an event that differs in more than a lever's number is told as what happens and what does not", () => {
  const today = library("today");
  const later = {
    ...today,
    events: today.events.map((e, k) => (k === 2 ? { ...e, factor: 2, date: "2027-02-01" } : e)),
  };
  expect(scenarioDifferences(later, today).map(({ kind }) => kind)).toEqual(["event", "event"]);
});
