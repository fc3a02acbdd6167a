import { expect, test } from "vitest";
import type { Standing } from "../../../engine/game/index.ts";
import { AUTO, decisionsOf, priceField, standingFields } from "../../../ui/class/phone/draft.ts";
import { typedNumber } from "../../../ui/class/says.ts";

test.each([
  ["1.5", 1.5],
  ["1,5", 1.5],
  ["１,5", 1.5],
  ["0,125", 0.125],
  ["1,000", 1000],
  ["12,345.5", 12345.5],
  [" 7 ", 7],
  [".5", 0.5],
  ["", NaN],
  [".", NaN],
  ["1,2,3", NaN],
  ["0x10", NaN],
  ["1e-7", 1e-7],
  ["e3", NaN],
  ["-1", NaN],
  ["Infinity", NaN],
])("%j is typed for %d", (text, number) => expect(typedNumber(text)).toBe(number));

const standing = {
  products: [{ name: "p", price: { input: 100 / 7, output: 1234.5678 }, free: 0 }],
  research: 0,
  credits: 0,
  gpus: null,
} as unknown as Standing;
const how = { levers: ["prices", "research"], size: 1e6 };
const [input, output] = [priceField("p", "input"), priceField("p", "output")];

test("what was handed in stands in the fields as it was typed: handing it in once more changes nothing", () => {
  const entered = { prices: { p: { input: 1234.56789, output: 0.98765432 } }, research: 1.1 * 1e6 };
  const fields = standingFields(standing, entered, how.size);
  expect([fields[input], fields[output], fields.research]).toEqual(["1234.56789", "0.98765432", "1.1"]);
  expect(decisionsOf(fields, standing, how)).toEqual(entered);
});

test("a fleet is left to demand by its box alone, and not by emptying the field to type another number", () => {
  const fleet = { ...standing, gpus: { fixed: 100, leased: 100, busy: 0.5 } } as unknown as Standing;
  const levers = ["prices", "gpus"];
  const fields = standingFields(fleet, null, 1);
  expect(decisionsOf({ ...fields, gpus: AUTO }, fleet, { levers, size: 1 })).toEqual({ gpus: null });
  expect(decisionsOf({ ...fields, gpus: "" }, fleet, { levers, size: 1 })).toEqual({ gpus: NaN });
  expect(standingFields(fleet, { gpus: null }, 1).gpus).toBe(AUTO);
});

test("a price that nobody touched stays as it is, whatever digits the field shows", () => {
  const fields = standingFields(standing, null, how.size);
  expect([fields[input], fields[output]]).toEqual(["14.2857", "1234.57"]);
  expect(decisionsOf(fields, standing, how)).toEqual({});
  expect(decisionsOf({ ...fields, [input]: "10" }, standing, how)).toEqual({
    prices: { p: { input: 10, output: 1234.5678 } },
  });
});
