import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readScenario, scenarioJsonSchema } from "../../engine/authoring.ts";
import { type PluginError, recordingFingerprint, registerPlugins, strategies } from "../../engine/index.ts";
import { inlineRunner } from "../../workers/inline.ts";
import { importPluginOnNode } from "../../workers/plugins-node.ts";
import { loadPlugins } from "../../workers/plugins.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import { libraryText } from "../support/scenarios.ts";

const url = pathToFileURL(join(import.meta.dirname, "../support/plugins/half-way.mjs")).href;
const pool = nodePool(1);
afterAll(() => pool.close());

const mine = (set: Record<string, string> = {}) =>
  readScenario(libraryText("china-2024").text, {
    set: { "vendors.alibaba.strategy": "{kind: half-way, target: 3 CNY/Mtok}", "demand.agents": "200", ...set },
    resolve: libraryText,
    weeks: 10,
  }).scenario;

describe("a strategy from a file of the user's own", () => {
  test("is unknown before it is loaded, to the schema as well as to a worker", async () => {
    expect(strategies.has("half-way")).toBe(false);
    expect(() => mine()).toThrow(/unknown kind “half-way”/);
  });

  describe("once loaded", () => {
    beforeAll(async () => {
      expect(await loadPlugins([url], importPluginOnNode)).toEqual(["half-way"]);
    });
    test("stands on the registry with its parameter table, which makes forms and help", () => {
      const { parameters, label } = strategies.get("half-way");
      expect(label.zh).toBe("折半逼近");
      expect(parameters.target).toMatchObject({ type: "number", unit: "money/Mtok", default: 1 });
    });
    test("is in the schema of scenario files, with units, bounds and nearest names", () => {
      expect(JSON.stringify(scenarioJsonSchema())).toContain('"half-way"');
      expect(mine().vendors.alibaba.strategy).toEqual({ kind: "half-way", target: 3 });
      expect(() => mine({ "vendors.alibaba.strategy": "{kind: half-way, targt: 3}" })).toThrow(/did you mean “target”/);
      expect(() => mine({ "vendors.alibaba.strategy": "{kind: half-way, target: 5000}" })).toThrow(/at most 1000/);
    });
    test("a worker that is told of it gives the bits of a run here; one that is not says what is missing", async () => {
      const here = await inlineRunner().run({ scenario: mine(), seed: 1 });
      expect(here.moves.some((m) => m.rule === "half-way")).toBe(true);
      await expect(pool.run({ scenario: mine(), seed: 1 })).rejects.toThrow(/no strategy “half-way”/);
      for (const seed of [1, 1]) {
        const there = await pool.run({ scenario: mine(), seed, plugins: [url] }); // twice: loaded once
        expect(recordingFingerprint(there)).toBe(recordingFingerprint(here));
      }
    });
    test("a file is loaded once however often it is named", async () => {
      expect(await loadPlugins([url, url], importPluginOnNode)).toEqual(["half-way", "half-way"]);
      expect(strategies.ids().filter((id) => id === "half-way")).toHaveLength(1);
    });
  });

  test("what is wrong with a plugin is said in both languages", () => {
    const text = { en: "a", zh: "甲" };
    const whole = { id: "x", label: text, description: text, parameters: {}, remember: () => null, decide: () => [] };
    const refusal = (plugin: unknown) => {
      try {
        registerPlugins({ default: plugin });
      } catch (error) {
        return (error as PluginError).text;
      }
      throw new Error("accepted");
    };
    expect(refusal({ ...whole, id: "hold" })).toEqual({ en: "the name “hold” is taken", zh: "名称“hold”已被占用" });
    expect(refusal({ ...whole, id: "X y" }).en).toMatch(/lower-case/);
    expect(refusal({ ...whole, decide: undefined }).en).toBe("x: the function decide is missing");
    expect(refusal({ ...whole, label: "x" }).zh).toMatch(/label 应写作/);
    expect(refusal({ ...whole, parameters: { a: { type: "number" } } }).en).toMatch(/parameter a needs/);
    expect(refusal(undefined).en).toMatch(/exports no plugin/);
    expect(strategies.has("x")).toBe(false);
  });
});
