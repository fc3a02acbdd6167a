import { describe, expect, test } from "vitest";
import { Cache } from "../../engine/cache.ts";
import { registerPlugins } from "../../engine/plugins.ts";
import { type ParameterTable, Registry, withDefaults } from "../../engine/registry.ts";

describe("a registry", () => {
  const shelf = new Registry<{ id: string }>("thing", [{ id: "a" }]);
  test("gives what was put on it under its name, and says what there is where there is no such thing", () => {
    expect(shelf.get("a")).toEqual({ id: "a" });
    expect(() => shelf.get("b")).toThrow("no thing “b”; known: a");
  });
  test("takes no second thing of one name", () => {
    expect(() => shelf.register({ id: "a" })).toThrow("already registered");
    expect(shelf.ids()).toEqual(["a"]);
  });
});

test("own parameters win over shared ones and those over defaults; by tier, tier by tier", () => {
  const label = { en: "x", zh: "x" };
  const table = {
    plain: { type: "number", unit: "1", default: 1, label },
    open: { type: "number", unit: "1", label },
    tiered: { type: "by-tier", unit: "1", default: { main: 1, lite: 2 }, label },
    whole: { type: "any", default: { main: 1, lite: 2 }, label },
  } as unknown as ParameterTable;
  expect(withDefaults(table)).toEqual({ plain: 1, tiered: { main: 1, lite: 2 }, whole: { main: 1, lite: 2 } });
  const shared = { plain: 5, open: 6, tiered: { lite: 7 }, whole: { lite: 7 } };
  expect(withDefaults(table, shared, { plain: undefined, open: 8, tiered: { main: 9 } })).toEqual({
    plain: 5,
    open: 8,
    tiered: { main: 9, lite: 7 },
    whole: { lite: 7 },
  });
});

describe("what is no plugin is refused before anything of it is registered", () => {
  const text = { en: "a", zh: "甲" };
  const right = { id: "mine", label: text, description: text, parameters: {}, remember() {}, decide() {} };
  const parameters = (p: unknown) => ({ ...right, parameters: { p } });
  test.each<readonly [string, unknown, RegExp]>([
    ["a text", "x", /a plugin is an object/],
    ["null", [null], /exports no plugin|a plugin is an object/],
    ["an id of no text", { ...right, id: 5 }, /a plugin's id/],
    ["an id with capitals", { ...right, id: "Mine" }, /a plugin's id/],
    ["an id that is taken", { ...right, id: "hold" }, /“hold” is taken/],
    ["a label in one language", { ...right, label: { en: "a" } }, /label should be/],
    ["a label in the other", { ...right, label: { zh: "甲" } }, /label should be/],
    ["no description", { ...right, description: undefined }, /description should be/],
    ["no function", { ...right, decide: 3 }, /the function decide is missing/],
    ["parameters that are no table", { ...right, parameters: 3 }, /parameters should be a table/],
    ["no parameters", { ...right, parameters: null }, /parameters should be a table/],
    ["a parameter that is none", parameters(5), /parameter p needs/],
    ["a parameter without a type", parameters({ label: text }), /parameter p needs/],
    ["a parameter without a label", parameters({ type: "number" }), /parameter p needs/],
  ])("%s", (_, plugin, why) => expect(() => registerPlugins({ default: plugin })).toThrow(why));
  test("a module that exports something else", () => {
    expect(() => registerPlugins({ other: right })).toThrow(/exports no plugin; expected one of default/);
  });
  test("parameters are asked of strategies alone", () => {
    const metric = { id: "Mine", label: text, description: text };
    expect(() => registerPlugins({ metrics: metric })).toThrow(/a plugin's id/);
    expect(() => registerPlugins({ metrics: { ...metric, id: "mine" } })).toThrow(/the function compute is missing/);
  });
});

test("a cache keeps what was used last, as much as it holds, and always the last one", () => {
  const cache = new Cache<number>(10, (x) => x);
  const made: number[] = [];
  const get = (x: number) => cache.get(String(x), () => (made.push(x), x));
  for (const x of [4, 5, 4, 1]) get(x);
  expect([made, cache.size]).toEqual([[4, 5, 1], 3]); // exactly what it holds
  get(3); // 5, used the longest ago, goes
  expect(cache.size).toBe(3);
  for (const x of [4, 1, 3]) get(x);
  expect(made).toEqual([4, 5, 1, 3]);
  get(50);
  expect([cache.size, get(50)]).toEqual([1, 50]);
  expect(cache.newest((x) => x < 50)).toBeUndefined();
});
