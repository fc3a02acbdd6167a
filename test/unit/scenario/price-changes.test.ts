import { expect, test } from "vitest";
import { readScenario, type ScenarioErrors } from "../../../engine/authoring.ts";
import { libraryText, productSeries, simulate, variant } from "../../support/scenarios.ts";

const SHORT = "clock: {end: 2024-07-28, tickDays: 7, burnInWeeks: 4}\ndemand: {agents: 300}\n";
const still = "strategy: {kind: hold}";
const held = (list = "") => `${SHORT}vendors:\n  alibaba: {${list === "" ? still : list}}\n`;
const cut = (text: string) => `${held()}events: [{date: 2024-06-24, kind: price, ${text}}]`;

/** What input and output prices came to, last day over first. */
function ratios(text: string, id: string): [number, number] {
  const r = simulate(variant(text));
  const ratio = (column: "priceInput" | "priceOutput") => {
    const x = productSeries(r, column, id);
    return x.at(-1)! / x[0];
  };
  return [ratio("priceInput"), ratio("priceOutput")];
}

function problem(text: string): string {
  try {
    readScenario(`extends: china-2024\nid: mine\n${text}`, { file: "mine.yaml", resolve: libraryText });
  } catch (error) {
    return (error as ScenarioErrors).format("en");
  }
  return "fine";
}

test("a cut by a percentage moves whole price lists: of a vendor, of its tier, of one product, of nobody else", () => {
  const near = (x: number) => [expect.closeTo(x, 12), expect.closeTo(x, 12)];
  for (const scope of ["vendor: alibaba", "vendor: alibaba, tier: flagship", "product: alibaba.qwen-max"]) {
    const r = ratios(cut(`${scope}, change: -80 %`), "alibaba.qwen-max");
    expect(r, scope).toEqual(near(0.2));
  }
  expect(ratios(cut("vendor: alibaba, change: -80 %"), "alibaba.qwen-plus")).toEqual(near(0.2));
  expect(ratios(cut("vendor: alibaba, tier: flagship, change: -80 %"), "alibaba.qwen-plus")).toEqual([1, 1]);
});

test("a scripted list takes changes as well, of a tier or of all that it prices", () => {
  const scripted = (entry: string) => held(`strategy: {kind: scripted, list: [{date: 2024-06-24, ${entry}}]}`);
  for (const entry of ["change: -50 %", "vendor: alibaba, change: -50 %", "tier: flagship, change: -50 %"])
    expect(ratios(scripted(entry), "alibaba.qwen-max")[1], entry).toBeCloseTo(0.5, 12);
});

test("a change of nobody, of a tier nobody sells, or beside new prices is refused where it stands", () => {
  expect(problem("events: [{date: 2024-06-24, kind: price, change: -80 %}]")).toMatch(/say product, vendor or tier/);
  expect(problem("events: [{date: 2024-06-24, kind: price, vendor: googol, change: -80 %}]")).toMatch(/“googol”/);
  expect(problem("events: [{date: 2024-06-24, kind: price, tier: huge, change: -80 %}]")).toMatch(/no product is of/);
  expect(problem("events: [{date: 2024-06-24, kind: price, vendor: zhipu}]")).toMatch(/say either price or change/);
  expect(problem("events: [{date: 2024-06-24, kind: price, vendor: zhipu, change: -180 %}]")).toMatch(/out of bounds/);
  const list = "vendors: {zhipu: {strategy: {kind: scripted, list: [{date: 2024-06-24, vendor: baidu, change: 1}]}}}";
  expect(problem(list)).toMatch(/list\.0\.vendor: unknown vendor “baidu”/);
});
