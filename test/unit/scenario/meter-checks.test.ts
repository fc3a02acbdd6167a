import { describe, expect, test } from "vitest";
import { readDesign, readScenario, resolveExperiment, ScenarioErrors } from "../../../engine/authoring.ts";
import { libraryText } from "../../support/scenarios.ts";

const open = (text: string, set: Readonly<Record<string, string>> = {}) =>
  readScenario(`extends: whole-market\nid: mine\n${text}`, { file: "mine.yaml", resolve: libraryText, set });

function problem(text: string, set?: Readonly<Record<string, string>>): string {
  try {
    open(text, set);
  } catch (error) {
    if (error instanceof ScenarioErrors) return `${error.format("en")}\n${error.format("zh")}`;
    throw error;
  }
  return "";
}

const app = "vendors.baidu.products.wenxiaoyan.price";

describe("a price of one meter is never taken for another's", () => {
  const event = (product: string, price: string) =>
    `events: [{date: 2024-06-03, kind: price, product: ${product}, price: ${price}}]`;
  const scripted = (price: string) =>
    `vendors: {baidu: {products: {wenxiaoyan: {strategy: {kind: scripted,
      list: [{date: 2024-06-03, product: wenxiaoyan, price: ${price}}]}}}}}`;

  test.each([
    [
      "a month's price among tokens",
      "vendors: {deepseek: {products: {v2: {price: {month: 49, input: null, output: null}}}}}",
    ],
    ["a second's price by the month", "vendors: {baidu: {products: {wenxiaoyan: {price: {month: null, second: 1}}}}}"],
    [
      "token prices by the month",
      "vendors: {baidu: {products: {wenxiaoyan: {price: {month: null, input: 1, output: 1}}}}}",
    ],
    ["in an event", event("deepseek.v2", "{month: 49}")],
    ["in an event, the reverse", event("baidu.wenxiaoyan", "{input: 1}")],
    ["in a dated list", scripted("{input: 1}")],
  ])("%s is refused, with what the arena bills by", (_what, text) => {
    expect(problem(text)).toMatch(
      /is no price of the arena “\w+”, which is billed by the (token|month|second): expected/,
    );
    expect(problem(text)).toMatch(/计价，应写/);
  });

  test("nor do two stand side by side", () => {
    expect(problem("vendors: {baidu: {products: {wenxiaoyan: {price: {input: 0, output: 0}}}}}")).toContain(
      "expected either {input, output}, or {month} alone",
    );
  });

  test("a month's price is one in events and dated lists too", () => {
    expect(open(event("baidu.wenxiaoyan", "{month: 39 CNY/month}")).scenario.events.at(-1)!.price).toEqual({
      month: 39,
    });
    expect(problem(scripted("{month: 39元/月}"))).toBe("");
  });
});

test("a month's price is a parameter of every design, as --set takes it", () => {
  expect(open("", { [`${app}.month`]: "49 CNY/month" }).scenario.vendors.baidu.products.wenxiaoyan.price).toEqual({
    month: 49,
  });
  const text = `scenario: mine\nparameters: [{path: ${app}.month, range: [49 CNY, 690 元/年]}]\n`;
  const { plan, realise } = resolveExperiment(readDesign(text, "design.yaml"), (set) => open("", { ...set }), ["grid"]);
  expect(plan.design.axes).toMatchObject([{ low: 49, high: 57.5 }]);
  expect(realise([52]).vendors.baidu.products.wenxiaoyan.price).toEqual({ month: 52 });
});
