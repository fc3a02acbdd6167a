import { expect, test } from "vitest";
import { cleanDecisions, cleanName } from "../../../engine/class/clean.ts";
import { choicesOf, MOST } from "../../../engine/game/index.ts";
import { library } from "../../support/scenarios.ts";

const levers = ["prices", "free", "research", "credits", "gpus"] as const;
const refused = (scenario: ReturnType<typeof library>, vendor: string, given: object) =>
  cleanDecisions(given, { scenario, vendor, levers });

test("GPUs are decided where there is a fleet, and the rest where people are simulated: nowhere else", () => {
  const china = library("china-2024");
  const [withFleet, without] = [true, false].map((fleet) =>
    Object.keys(china.vendors).find((vendor) => choicesOf(china, vendor).fleet === fleet),
  );
  const textbook = library("textbook-logit");
  const [vendor] = Object.keys(textbook.vendors);
  expect(choicesOf(textbook, vendor)).toMatchObject({ people: false, fleet: false });
  expect(refused(china, withFleet!, { gpus: 5 })).toEqual({ gpus: 5 });
  expect(refused(china, without!, { gpus: 5 })).toEqual({ bad: "lever", what: "gpus" });
  expect(refused(china, without!, { research: 5 })).toEqual({ research: 5 });
  expect(refused(textbook, vendor, { research: 5 })).toEqual({ bad: "lever", what: "research" });
});

test("of what strangers send no more is kept than is decided, and it is said what is wrong with it", () => {
  const textbook = library("textbook-logit");
  const [vendor] = Object.keys(textbook.vendors);
  const priced = (price: unknown) => refused(textbook, vendor, { prices: { p: price } });
  expect(priced({ input: 0, output: 0, more: "x" })).toEqual({ prices: { p: { input: 0, output: 0 } } });
  expect(priced({ input: MOST.price, output: 1 })).toEqual({ prices: { p: { input: MOST.price, output: 1 } } });
  expect(priced({ input: MOST.price * 1.01, output: 1 })).toEqual({ bad: "range", what: "p" });
  expect(priced({ input: 1, output: -0.01 })).toEqual({ bad: "range", what: "p" });
  expect(priced({ input: 1, output: NaN })).toEqual({ bad: "range", what: "p" });
  expect(priced({ input: "1", output: 1 })).toEqual({ bad: "shape", what: "p" });
  expect(priced(3)).toEqual({ bad: "shape", what: "p" });
  for (const given of [null, [], 3])
    expect(refused(textbook, vendor, given as never)).toEqual({ bad: "shape", what: "" });
  expect(refused(textbook, vendor, { prices: [] })).toEqual({ bad: "shape", what: "" });
  const long = "x".repeat(99);
  expect(refused(textbook, vendor, { [long]: 1 })).toEqual({ bad: "lever", what: long.slice(0, 40) });
  expect(refused(textbook, vendor, { prices: { [long]: 1 } })).toEqual({ bad: "product", what: long.slice(0, 40) });
  expect(refused(textbook, vendor, { prices: { constructor: 1 } })).toEqual({ bad: "product", what: "constructor" });
});

test("GPUs are a whole number or left to the plan", () => {
  const china = library("china-2024");
  const vendor = Object.keys(china.vendors).find((id) => choicesOf(china, id).fleet)!;
  expect(refused(china, vendor, { gpus: null })).toEqual({ gpus: null });
  expect(refused(china, vendor, { gpus: 1.5 })).toEqual({ bad: "shape", what: "gpus" });
  expect(refused(china, vendor, { gpus: -1 })).toEqual({ bad: "range", what: "gpus" });
});

test.each([
  ["  小  明 ", "小 明"],
  ["O’Neil-2", "O’Neil-2"],
  ["x".repeat(24), "x".repeat(24)],
  ["x".repeat(25), null],
  ["𠮷".repeat(24), "𠮷".repeat(24)],
  [`${" ".repeat(177)}${"x".repeat(23)}`, "x".repeat(23)],
  [`${" ".repeat(178)}${"x".repeat(23)}`, null],
  ["=1+1", null],
  ["<b>", null],
  ["", null],
  [5, null],
])("the name %j becomes %j", (given, name) => expect(cleanName(given)).toBe(name));
