import { describe, expect, test } from "vitest";
import { compare, loadScenario, ScenarioErrors } from "../../../cli/library.ts";
import { asRun, focusOf, type Scenario } from "../../../engine/index.ts";
import { outcomeName, outcomesOf } from "../../../ui/pages/compare/outcomes.ts";
import { measuredOf } from "../../../charts/data/series-paths.ts";
import { measure } from "../../../engine/index.ts";
import { buildReport } from "../../../report/document/build.ts";
import { gather, memoryNeeded } from "../../../report/document/gather.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { inlineRunner } from "../../../workers/inline.ts";
import { armNamed, inDollars, renamed } from "../../support/arms.ts";
import { armOf, asked } from "../../support/report-arms.ts";
import { simulate } from "../../support/scenarios.ts";

const base = armNamed("base");
const entrant = armNamed("entrant");
const two = { runs: 2 };

describe("compare(a, b) of the library", () => {
  test("is b less a, with vendors of either by id", async () => {
    const there = await compare(base, entrant, two);
    const back = await compare(entrant, base, two);
    expect(there["market.tokens"].mean).toBe(-back["market.tokens"].mean);
    expect(there["market.tokens"].mean).toBeGreaterThan(0); // one more to buy from
    const acme = there["vendors.acme.tokenShare"];
    expect([acme.base, acme.mean, acme.other > 0.1]).toEqual([NaN, NaN, true]);
    expect(back["vendors.acme.tokenShare"].base).toBe(acme.other);
  });
  test("knows who is whom by id, whatever the order", async () => {
    const outputs = ["vendors.luna.tokenShare", "vendors.moonshot.tokenShare", "vendors.baidu.tokenShare"];
    const found = await compare(base, renamed(base, "moonshot", "luna"), { ...two, outputs });
    const there = outputs.map((id) => [found[id].base, found[id].other, found[id].mean].map((x) => !Number.isNaN(x)));
    expect(there).toEqual([
      [false, true, false],
      [true, false, false],
      [true, true, true],
    ]);
  });
  test("is told from its former form, and from misspelt outputs", async () => {
    await expect(compare([base, entrant] as unknown as Scenario, undefined as unknown as Scenario)).rejects.toThrow(
      new TypeError(
        "compare takes two scenarios: compare({ base, other }), or compare(base, other), is other less base",
      ),
    );
    await expect(compare(base, entrant, { ...two, outputs: ["vendors.acne.tokenShare"] })).rejects.toThrow(/acne/);
    await expect(compare(base, entrant, { runs: 1 })).rejects.toThrow(/at least 2/);
  });
});

describe("arms in different money", () => {
  test("are compared at the rate that A states, else at the one B states", async () => {
    const outputs = ["market.consumerSurplus", "headline.surplusGain", "market.tokens"];
    const dollars = inDollars(base, {});
    const { fx } = base;
    expect(fx.USD).toBe(7.2);
    for (const [a, b, rate] of [
      [base, dollars, 7.2],
      [inDollars(base, {}), base, 1 / 7.2],
      [{ ...base, fx: {} }, inDollars(base, { CNY: 0.125 }), 8],
    ] as const) {
      const found = await compare(a, b, { ...two, outputs });
      for (const id of outputs.slice(0, 2)) expect(found[id].other / found[id].base).toBeCloseTo(rate, 9);
      expect(found["market.tokens"].mean).toBe(0);
    }
  });
  test("or other days are refused by name, in both languages, before anything runs", async () => {
    const foreign = inDollars({ ...base, id: "foreign", fx: {} }, {});
    const later = { ...base, id: "later", clock: { ...base.clock, end: "2024-07-07" } };
    const refusals = await Promise.all([
      compare({ ...base, fx: {} }, foreign, two).catch((e: unknown) => e),
      compare(base, later, two).catch((e: unknown) => e),
      gather(
        [base, later].map((scenario) => ({ scenario, provenance: {} })),
        inlineRunner(),
        { runs: 1, seed: "1", nash: false, swings: false },
      ).catch((e: unknown) => e),
    ]);
    for (const refusal of refusals) expect(refusal).toBeInstanceOf(ScenarioErrors);
    const [money, days] = refusals as ScenarioErrors[];
    expect(money.format("en")).toMatch(/^foreign {2}currency: amounts are in USD, those of base in CNY, and neither/);
    expect(money.format("zh")).toMatch(/^foreign {2}currency：金额以 USD 计，base 以 CNY 计/);
    expect(days.format("en")).toMatch(/^later {2}clock: runs 2024-04-01 to 2024-07-07 in ticks of 7 d, base /);
    expect(days.format("zh")).toMatch(/^later {2}clock：运行于 2024-04-01 至 2024-07-07/);
  });
});

test("the Compare page has a row for every vendor of any arm, a dash and no winner where only one has it", () => {
  const arms = [base, entrant].map((scenario, k) => ({ id: String(k), letter: "AB"[k], name: scenario.id, scenario }));
  const runs = arms.map(({ scenario }) =>
    [0, 1].map((replication) => measure(simulate(scenario, { replication }), measuredOf(scenario))),
  );
  const paired = { arms, runs, done: 4, total: 4, running: false, secondsLeft: null };
  const outcomes = outcomesOf({ ...paired, failed: 0, error: "", unopened: [] });
  const acme = outcomes.find(({ vendor }) => vendor === "acme")!;
  expect([acme.means[0], acme.lead, acme.best, acme.differences]).toEqual([NaN, null, [], [null, null]]);
  expect(acme.means[1]).toBeGreaterThan(0.1);
  expect(outcomes.filter(({ vendor }) => vendor === "acme" || vendor === "baidu")).toHaveLength(2);
});

test("the Compare page tells first of who is in focus, and of everybody on the day asked about", () => {
  const arms = [base, entrant].map((scenario, k) => ({ id: String(k), letter: "AB"[k], name: scenario.id, scenario }));
  const all = arms.map(({ scenario }) =>
    [0, 1].map((replication) => measure(simulate(scenario, { replication }), measuredOf(scenario))),
  );
  const paired = { arms, runs: all, done: 4, total: 4, running: false, secondsLeft: null, failed: 0, error: "" };
  const day = all[0][0].dates[2];
  const focus = focusOf(`vendors.baidu.grossMargin@${day}`);
  const outcomes = outcomesOf({ ...paired, unopened: [] }, focus);
  const first = ["grossMargin", "tokenShare", "revenueShare", "revenue", "cash"];
  expect(outcomes.slice(0, 4).map(({ vendor }) => vendor)).toEqual(["baidu", "baidu", "baidu", "baidu"]);
  expect(first.map((name) => `vendors.baidu.${name}@${day}`)).toEqual(
    expect.arrayContaining(outcomes.slice(0, 4).map(({ id }) => id)),
  );
  expect(new Set(outcomes.map(({ id }) => id)).size).toBe(outcomes.length);
  for (const { id, means } of outcomes) {
    expect(id).toMatch(new RegExp(`@${day}$`));
    const path = id.replace(/@.*/, "");
    const there = all[0].map((m) => m.series[m.paths.indexOf(path)]?.[2]);
    if (there.every(Number.isFinite)) expect(means[0]).toBeCloseTo((there[0] + there[1]) / 2, 9);
  }
  expect(outcomeName(outcomes[0], base, "en")).toBe("Baidu's gross margin");
  expect(outcomeName(outcomes[0], base, "zh")).toBe("百度的毛利率");
});

test("a lead that its digits do not show wins nothing", () => {
  const arms = [base, entrant].map((scenario, k) => ({ id: String(k), letter: "AB"[k], name: scenario.id, scenario }));
  const first = measure(simulate(base), measuredOf(base));
  const nudged = { ...first, series: first.series.map((xs) => xs.map((x) => x + 1e-6)) };
  const runs = [
    [first, first, first],
    [nudged, nudged, nudged],
  ];
  const paired = { arms: [arms[0], { ...arms[0], letter: "B" }], runs, done: 6, total: 6, running: false };
  const outcomes = outcomesOf({ ...paired, secondsLeft: null, failed: 0, error: "", unopened: [] });
  const share = outcomes.find(({ vendor }) => vendor === "baidu")!;
  expect(share.lead!.mean).toBeGreaterThan(0);
  expect(share.certain).toBe(false);
});

test("what a page measures of a scenario includes hosts of open weights", async () => {
  const open = await loadScenario("global");
  const hosts = Object.keys(asRun(open).vendors).filter((id) => id.startsWith("host-"));
  expect(hosts.length).toBeGreaterThan(0);
  for (const id of hosts) expect(measuredOf(open)).toContain(`vendors.${id}.tokenShare`);
});

test("a report reckons the memory its runs need by the columns a recording has", () => {
  const { product, vendor, segment, market } = simulate(base);
  const bytes = [product, vendor, segment, market]
    .flatMap((t) => Object.values(t))
    .reduce((n, c) => n + c.byteLength, 0);
  const needed = memoryNeeded([{ scenario: base, provenance: {} }], 1);
  expect(needed / (3 * bytes)).toBeCloseTo(1, 9); // held, and read by metrics with tables of their own
});

describe("a report on arms that differ in who is there", () => {
  const [withAcme, without] = [armOf(entrant, 2), armOf(base, 2)];
  const report = (arms: readonly (typeof without)[], lang: "en" | "zh") =>
    buildReport(arms, asked({ lang, runs: 2, template: "technical" }), "0");
  const tableOf = (arms: readonly (typeof without)[]) => {
    const { sections } = report(arms, "en");
    const [block] = sections.find(({ id }) => id === "outcomes")!.blocks;
    return block.kind === "table" ? block.table.rows.map((row) => row.map(textOf)) : [];
  };
  test("says who enters or is missing first, in both languages", () => {
    expect(textOf(report([withAcme, without], "en").title)).toMatch(/^Acme enters and ends with \d+% of tokens/);
    expect(textOf(report([withAcme, without], "zh").title)).toMatch(/^甲入场，期末份额 \d+%/);
    expect(textOf(report([without, withAcme], "en").title)).toMatch(/^Without Acme, which has \d+% of tokens/);
    expect(textOf(report([without, withAcme], "zh").title)).toMatch(/^没有了基准中占 \d+% 的甲/);
    expect(report([withAcme, without], "en").keyFigures[2]).toMatchObject({ label: "Acme: share" });
  });
  test("has a row with a dash on the other side in its table, an empty cell in its sheet", () => {
    const [name, a, b, gap] = tableOf([without, withAcme]).find(([called]) => called.startsWith("Acme"))!;
    expect([name, a, gap]).toEqual(["Acme, share of tokens", "–", "–"]);
    expect(b).toMatch(/%$/);
    const sheet = report([without, withAcme], "en")
      .sheets()
      .find(({ id }) => id === "outcomes")!;
    const rows = sheet.rows.filter(([, output]) => output === "vendors.acme.tokenShare");
    expect(rows.map(([id, , mean, , , difference, , , agree]) => [id, mean === null, difference, agree])).toEqual([
      ["base", true, null, null],
      ["entrant", false, null, null],
    ]);
  });
  test("turns the baseline's money into its own, and says at what rate", () => {
    const dollars = { ...without, scenario: inDollars({ ...base, title: { en: "Dollars", zh: "美元" } }, {}) };
    const text = JSON.stringify(report([without, dollars], "en").sections);
    expect(text).toMatch(/are turned from .*USD.* into .*CNY.*at .*7\.2/);
    const sheet = report([without, dollars], "en")
      .sheets()
      .find(({ id }) => id === "outcomes")!;
    const [own, its] = sheet.rows
      .filter(([, output]) => output === "market.consumerSurplus")
      .map(([, , mean]) => Number(mean));
    expect(its / own).toBeCloseTo(7.2, 9);
  });
});
