import { describe, expect, test } from "vitest";
import { readScenario, ScenarioErrors } from "../../../engine/authoring.ts";
import { libraryText } from "../../support/scenarios.ts";

/** What is said of a scenario with these vendors' products and events, in English and Chinese. */
function said(products: string, events = "null"): { readonly en: string; readonly zh: string } {
  const text = `extends: global
id: mine
clock: {start: 2026-07-06, weeks: 8}
arenas: {plans: {meter: month}}
demand: {segments: {developers: {also: [${products.includes("plan: ") ? "plans" : ""}]}}}
vendors: {openai: {products: ${products}}}
events: ${events}
`;
  try {
    readScenario(text, { file: "mine.yaml", resolve: libraryText });
  } catch (error) {
    if (error instanceof ScenarioErrors) return { en: error.format("en"), zh: error.format("zh") };
    throw error;
  }
  return { en: "", zh: "" };
}

const PRICE = "price: {input: 1, output: 2}";

const FAULTY: readonly (readonly [name: string, tariff: string, at: string, en: string, zh: string])[] = [
  [
    "two brackets that begin at one length",
    `brackets: {steps: [{above: 32k, times: 2}, {above: 64k, times: 3}, {above: 32000, times: 4}]}`,
    "brackets.steps.2.above",
    "two steps begin here",
    "有两档从同一处开始",
  ],
  [
    "two steps of spending that begin at one amount",
    "volume: {steps: [{above: 1000, times: 0.9}, {above: 1000, times: 0.8}]}",
    "volume.steps.1.above",
    "two steps begin here",
    "有两档从同一处开始",
  ],
  [
    "a commitment to spend nothing",
    "volume: {commitments: [{spend: 0, times: 0.8}]}",
    "volume.commitments.0.spend",
    "out of bounds",
    "超出范围",
  ],
  [
    "a window of no hours",
    "hours: {windows: [{from: 9, to: 9, times: 2}]}",
    "hours.windows.0.to",
    "the whole day is {from: 0, to: 24}",
    "全天请写 {from: 0, to: 24}",
  ],
  [
    "a promotion that ends before it begins, as announced",
    `promotions: [{from: 2026-08-10, until: 2026-08-01, ${PRICE}}]`,
    "promotions.0.until",
    "ends on or after the day it begins",
    "结束日不得早于开始日",
  ],
  [
    "a promotion that ended before it began, as applied",
    `promotions: [{from: 2026-07-20, until: 2026-08-20, ended: 2026-07-10, ${PRICE}}]`,
    "promotions.0.ended",
    "ends on or after the day it begins",
    "结束日不得早于开始日",
  ],
  [
    "a discount of nobody",
    "discounts: {nobody: 10 %}",
    "discounts.nobody",
    "unknown segment “nobody”",
    "没有名为“nobody”的用户群",
  ],
];

describe("a tariff that says nothing, or two things, is refused wherever it is posted", () => {
  test.each(FAULTY)("%s", (_, tariff, at, en, zh) => {
    const dated = `{date: 2026-07-20, product: openai.gpt-4o, tariff: {${tariff}}`;
    const places = [
      [`{gpt-4o: {tariff: {${tariff}}}}`, "null", `vendors.openai.products.gpt-4o.tariff.${at}`],
      ["{}", `[${dated}, kind: tariff}]`, `events.0.tariff.${at}`],
      [
        "{}, strategy: {kind: scripted, list: [{date: 2026-07-20, product: gpt-4o, tariff: {" + tariff + "}}]}",
        "null",
        `vendors.openai.strategy.list.0.tariff.${at}`,
      ],
    ] as const;
    for (const [products, events, path] of places) {
      const told = said(products, events);
      expect(told.en).toContain(`${path}: `);
      expect(told.en).toContain(en);
      expect(told.zh).toContain(zh);
      expect(told.en.split("\n")).toHaveLength(1);
    }
  });

  test("hours posted on a date are of what is billed by the token, as from the start", () => {
    const coding = "{coding: {arena: plans, price: {month: 20}, cost: {kind: curve, input: 0.5, output: 2}}}";
    const event =
      "[{date: 2026-07-20, kind: tariff, product: openai.coding, " +
      "tariff: {hours: {windows: [{from: 9, to: 12, times: 2}]}}}]";
    expect(said(coding, event).en).toContain("brackets, hours and batch are of products billed by the token");
  });
});

test("a product in an arena that no segment looks at is told how one does", () => {
  const unseen = "{coding: {arena: plans, price: {month: 20}, cost: {kind: curve, input: 0.5, output: 2}}}";
  expect(said(unseen).en).toContain("no segment looks at “plans”: name it in one, also: [plans]");
  expect(said(unseen).zh).toContain("请在用户群里写 also: [plans]");
  expect(said(unseen.replace("plans", "planz")).en).toContain("unknown arena “planz”");
});

describe("a plan covers models of its vendor, each once", () => {
  const plan = (covers: string) =>
    said(`{coding: {arena: plans, price: {month: 20}, plan: {covers: [${covers}]},
      cost: {kind: curve, input: 0.5, output: 2}}}`);
  test.each([
    ["itself", "{product: coding}", "“coding” is a plan itself", "“coding”本身就是套餐"],
    ["a model twice", "{product: gpt-4o}, {product: gpt-4o, burn: 3}", "names this model twice", "重复列出了该模型"],
    ["nobody's", "{product: nope}", "unknown product of this vendor “nope”", "没有名为“nope”的本厂商的产品"],
  ])("not %s", (_, covers, en, zh) => {
    expect(plan(covers).en).toContain(en);
    expect(plan(covers).zh).toContain(zh);
  });
});

describe("a tariff that nothing comes of", () => {
  const GONE = "promotions: [{until: 2026-06-30, times: 0.5}]";

  test("an event that says neither prices nor a tariff is refused where there is none to take back", () => {
    const nothing = "{date: 2026-07-20, kind: tariff, product: openai.gpt-4o}";
    expect(said("{}", `[${nothing}]`).en).toContain("events.0: neither prices nor a tariff");
    expect(said("{}", `[${nothing}]`).zh).toContain("不会产生任何影响");
    expect(said("{gpt-4o: {tariff: {batch: 50 %}}}", `[${nothing}]`).en).toBe("");
    const batch = nothing.replace("}", ", tariff: {batch: 50 %}}");
    expect(said("{}", `[${batch}, ${nothing.replace("-20", "-27")}]`).en).toBe(""); // takes it back
  });

  test("a promotion over before the event that posts it is refused", () => {
    const { en, zh } = said("{}", `[{date: 2026-07-20, kind: tariff, product: openai.gpt-4o, tariff: {${GONE}}}]`);
    expect(en).toContain("events.0.tariff.promotions.0.until: the promotion is over on 2026-06-30, before 2026-07-20");
    expect(zh).toContain("促销到 2026-06-30 为止");
  });

  test("so is one over before the entry of a strategy's dated list that posts it", () => {
    const list = `[{date: 2026-07-20, product: gpt-4o, tariff: {${GONE}}}]`;
    const { en } = said(`{gpt-4o: {strategy: {kind: scripted, list: ${list}}}}`);
    expect(en).toContain("list.0.tariff.promotions.0.until: the promotion is over on 2026-06-30, before 2026-07-20");
    expect(said(`{gpt-4o: {strategy: {kind: scripted, list: ${list.replace("06-30", "07-31")}}}}`).en).toBe("");
  });

  test("one over before the run begins is said, with its place, and the scenario runs", () => {
    const text = `extends: global
id: mine
clock: {start: 2026-07-06, weeks: 8}
events: null
vendors: {openai: {products: {gpt-4o: {tariff: {${GONE}}}}}}
`;
    const { notes } = readScenario(text, { file: "mine.yaml", resolve: libraryText });
    const note = notes.find(({ en }) => en.includes("promotion"));
    expect(note?.en).toMatch(/^mine\.yaml:5:\d+ {2}vendors\.openai\.products\.gpt-4o\.tariff\.promotions\.0\.until/);
    expect(note?.zh).toContain("不会产生任何影响");
  });
});
