import { expect, test } from "vitest";
import { readScenario, type ScenarioErrors } from "../../../engine/authoring.ts";
import { libraryText, productAt, simulate } from "../../support/scenarios.ts";

const RATES = "fx: {CNY: [{date: 2026-11-01, value: 0.1 USD/CNY}, {date: 2027-01-07, value: 0.2 USD/CNY}]}";
const read = (text: string) =>
  readScenario(`extends: today\nid: mine\ndemand: {agents: 200}\nclock: {burnInWeeks: 2, end: 2027-03-31}\n${text}`, {
    file: "mine.yaml",
    resolve: libraryText,
  }).scenario;

test("a price is read at the rate of its day: at the start, on an event's day, on a launch", () => {
  const { vendors, events } = read(`${RATES}
events:
  - {date: 2026-12-10, kind: price, product: zhipu.glm, price: {input: 10 CNY/Mtok, output: 10 CNY/Mtok}}
  - {date: 2027-02-10, kind: price, product: zhipu.glm, price: {input: 10 CNY/Mtok, output: 10 CNY/Mtok}}
vendors:
  tencent: {products: {hunyuan-flash: {launch: 2027-02-01}}}`);
  expect(vendors.deepseek.products["v4-pro"].price.input).toBeCloseTo(0.45, 12);
  expect(vendors.tencent.products["hunyuan-flash"].price.input).toBeCloseTo(0.1, 12);
  const posted = events.filter((e) => e.product === "zhipu.glm").map((e) => (e.price as { input: number }).input);
  expect(posted).toEqual([1, 2]);
});

test("a list in yuan stays what it is in yuan when the rate moves, and one in dollars in dollars", () => {
  const run = simulate(read(RATES));
  const price = (id: string, date: string) => productAt(run, "priceInput", id, date);
  expect(price("deepseek.v4-flash", "2026-12-31")).toBeCloseTo(0.1, 9);
  expect(price("deepseek.v4-flash", "2027-02-04")).toBeCloseTo(0.2, 9);
  expect(price("openai.luna", "2027-02-04")).toBe(price("openai.luna", "2026-12-31"));
});

test("who posts a new list in the week of the change is not moved twice", () => {
  const run = simulate(
    read(`${RATES}
events:
  - {date: 2027-01-08, kind: price, product: deepseek.v4-flash, price: {input: 3 CNY/Mtok, output: 6 CNY/Mtok}}`),
  );
  expect(productAt(run, "priceInput", "deepseek.v4-flash", "2027-02-04")).toBeCloseTo(0.6, 9);
});

test("dated rates that are no rates, or not in order, are refused where they stand", () => {
  const problem = (fx: string) => {
    try {
      read(fx);
    } catch (error) {
      return (error as ScenarioErrors).format("en");
    }
    return "fine";
  };
  expect(problem("fx: {CNY: [{date: 2026-11-01, value: -1}]}")).toContain("expected a positive rate");
  expect(problem("fx: {CNY: [{date: 2026-11-02, value: 0.1}, {date: 2026-11-01, value: 0.1}]}")).toContain(
    "each later",
  );
  expect(problem("fx: {CNY: [{value: 0.1}]}")).toContain("expected {date");
});

test("a rate written the other way round is doubted, dated or not, with the way to write it", () => {
  const notes = (fx: string, base = "today") =>
    readScenario(`extends: ${base}\nid: mine\nfx: ${fx}`, { file: "mine.yaml", resolve: libraryText }).notes;
  expect(notes("{CNY: 7.1}")[0].en).toBe(
    "mine.yaml:3:11  a rate of 7.1 USD/CNY, where about 0.14 USD/CNY is usual; " +
      "if it is the other way round, write “7.1 CNY/USD”",
  );
  expect(notes("{USD: 0.14}", "china-2024")[0].zh).toContain("若写反了，请写成“0.14 USD/CNY”");
  expect(notes("{CNY: [{date: 2026-11-01, value: 7.1}, {date: 2027-01-07, value: 7.2}]}")).toHaveLength(2);
  const strange = "{CHF: [{date: 2026-11-01, value: 1.2}, {date: 2027-01-07, value: 0.2}]}";
  expect(notes(strange)[0].en).toContain("1.2 USD/CHF is usual");
  expect(notes("{CNY: 7.1 CNY/USD, EUR: 1.16}")).toEqual([]);
});

test("a rate that leaps tenfold from one date to the next is an error at its place", () => {
  const leap = "{CNY: [{date: 2026-11-01, value: 7.1 CNY/USD}, {date: 2027-01-07, value: 7.1 USD/CNY}]}";
  let error: ScenarioErrors | null = null;
  try {
    read(`fx: ${leap}`);
  } catch (thrown) {
    error = thrown as ScenarioErrors;
  }
  expect(error!.problems.map(({ path, text }) => [path.join("."), text.en])).toEqual([
    ["fx.CNY.1", expect.stringContaining("the other way round?")],
  ]);
});
