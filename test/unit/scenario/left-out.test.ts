import { describe, expect, test } from "vitest";
import { readScenario, type ScenarioErrors, type ScenarioFile } from "../../../engine/authoring.ts";
import { compile, knockOuts, simulateModel, without } from "../../../engine/index.ts";
import { library, libraryText } from "../../support/scenarios.ts";

const BASE = `extends: china-2024
id: base
demand: {agents: 300}
vendors:
  alibaba: {strategy: {kind: scripted, list: [{date: 2024-06-03, product: qwen-max, price: {input: 30}}]}}
  zhipu: {strategy: {kind: predator, prey: moonshot}}
events:
  - {date: 2024-06-01, kind: price, product: moonshot.v1, change: -10 %}
  - {date: 2024-07-01, kind: technology, vendor: moonshot, factor: 1.1}
levers:
  - id: mine
    paths: [vendors.moonshot.trust, vendors.zhipu.trust]
    group: war
    label: L
    unit: U
    range: [0, 1]
    plausible: [0, 1]
  - {id: its, group: war, label: L, unit: U, paths: [vendors.moonshot.trust], range: [0, 1], plausible: [0, 1]}
expect:
  - {claim: c, metric: vendors.moonshot.tokenShare, at: 2024-12-31, above: 0}
  - {claim: c, metric: market.hhi, at: 2024-12-31, above: 0}
`;
const resolve = (name: string) => (name === "base" ? { file: "base.yaml", text: BASE } : libraryText(name));

const read = (text: string, set: Readonly<Record<string, string>> = {}): ScenarioFile =>
  readScenario(`extends: base\nid: mine\n${text}`, { file: "mine.yaml", resolve, set });
const said = ({ notes }: ScenarioFile) => notes.map(({ en }) => en).join("\n");

function problem(text: string): string {
  try {
    read(text);
  } catch (error) {
    return (error as ScenarioErrors).format("en");
  }
  return "fine";
}

describe("what is made from a thing goes with it", () => {
  test("a vendor taken out takes its events, claims, lever paths and those who lived on it along, and says so", () => {
    for (const file of [read("vendors: {moonshot: null}"), read("", { "vendors.moonshot": "null" })]) {
      const { scenario } = file;
      expect(Object.keys(scenario.vendors)).not.toContain("moonshot");
      expect(JSON.stringify([scenario.events, scenario.levers, scenario.expect])).not.toContain("moonshot");
      expect(scenario.expect.map(({ metric }) => metric)).toEqual(["market.hhi"]);
      expect(scenario.levers.map(({ id }) => id)).toEqual(["mine"]);
      expect(scenario.levers[0].paths.map(({ path }) => path)).toEqual(["vendors.zhipu.trust"]);
      expect(said(file).match(/“moonshot” is taken out/g)).toHaveLength(6);
      expect(() => simulateModel(compile(scenario))).not.toThrow();
    }
  });

  test("a product taken out takes its own along and leaves its vendor's", () => {
    const file = read("vendors: {moonshot: {products: {v1: null}}}");
    expect(file.scenario.events.map(({ kind }) => kind)).toEqual(["technology"]);
    expect(said(file)).toMatch(/base\.yaml:\d+ events: “v1” is taken out; left out/);
  });

  test("a dated list loses the entries of a product that is gone, by whatever name it has them", () => {
    const file = read("vendors: {alibaba: {products: {qwen-max: null}}}");
    expect(file.scenario.vendors.alibaba.strategy).toMatchObject({ kind: "scripted", list: [] });
    expect(said(file)).toMatch(/list: “qwen-max” is taken out/);
  });

  test("what the same file says of the thing stays an error", () => {
    expect(
      problem("vendors: {moonshot: null}\nevents: [{date: 2024-06-01, kind: technology, vendor: moonshot, factor: 2}]"),
    ).toMatch(/^mine\.yaml:4:\d+ .*unknown vendor “moonshot”/);
  });

  test("open weights that never come out are hosted by nobody", () => {
    const found = library("global");
    const ids = ({ products }: ReturnType<typeof compile>) =>
      products.map((p) => p.id).filter((id) => id.startsWith("host-"));
    const small = { ...found, demand: { ...found.demand, agents: 100 } };
    const launch = knockOuts(small).find(({ id }) => id === "launch:deepseek.v3")!;
    const vendor = knockOuts(small).find(({ id }) => id === "vendor:deepseek")!;
    expect(ids(compile(small)).length).toBeGreaterThan(0);
    for (const taken of [launch, vendor]) expect(ids(compile(without(small, [taken])))).toEqual([]);
  });

  test("a vendor knocked out does nothing any more: no event, fleet, research or first-party use", () => {
    const { scenario } = read("");
    const taken = knockOuts(scenario).find(({ id }) => id === "vendor:moonshot")!;
    const left = without(scenario, [taken]);
    expect(left.events).toEqual([]);
    expect(left.vendors.moonshot).toMatchObject({ captive: 0, fleet: null, research: null, outlays: 0 });
  });

  test("what would happen to a product that is never sold is left out, and said", () => {
    const { scenario } = read("vendors: {moonshot: {products: {v1: {launch: never}}}}");
    const model = compile(scenario);
    expect(model.events.flat().map(({ kind }) => kind)).toEqual(["technology"]);
    expect(model.notes[0].en).toMatch(/moonshot\.v1 is never on sale/);
  });
});

describe("a scenario on another clock", () => {
  test("runs, and says which events, claims and dated prices of the other it leaves out", () => {
    for (const clock of ["{start: 2025-01-01, end: 2025-06-30}", "{start: 2025-01-01, weeks: 26}"]) {
      const file = read(`clock: ${clock}`);
      expect(file.scenario.clock.start).toBe("2025-01-01");
      expect([file.scenario.events, file.scenario.expect]).toEqual([[], []]);
      expect(said(file)).toMatch(/base\.yaml:\d+ events: 2024-06-01 is before the start, 2025-01-01; left out/);
      expect(said(file)).toMatch(/expect: 2024-12-31 is before the start/);
      expect(said(file)).toMatch(/base\.yaml:5 list: 2024-06-03 is before the start/);
      expect(() => simulateModel(compile(file.scenario))).not.toThrow();
    }
  });
  test("may end sooner, in weeks where the other has an end, and from the command line", () => {
    for (const file of [read("clock: {weeks: 12}"), read("", { "clock.end": "2024-06-23" })]) {
      expect(file.scenario.clock.end).toBe("2024-06-23");
      expect(file.scenario.events.map(({ date }) => date)).toEqual(["2024-06-01"]);
      expect(said(file)).toMatch(/2024-07-01 is after the end, 2024-06-23/);
    }
  });
  test("what the same file puts outside its own clock stays an error", () => {
    expect(
      problem("clock: {start: 2025-01-01, end: 2025-06-30}\nevents: [{date: 2024-06-01, kind: gpu-price, factor: 2}]"),
    ).toMatch(/^mine\.yaml:4:\d+ .*before the start/);
  });
});

test("a lever follows its event when others before it are left out, and goes with its own", () => {
  const lever = (id: string, path: string) =>
    `  - {id: ${id}, group: war, label: L, unit: U, paths: [${path}], range: [-1, 2], plausible: [-1, 2]}\n`;
  const events = `events:
  - {date: 2024-06-01, kind: price, product: moonshot.v1, change: -10 %}
  - {date: 2024-07-01, kind: gpu-price, factor: 1.1}
levers:
${lever("its", "events.0.change")}${lever("rents", "{path: events.1.factor, times: 1}")}`;
  const parent = `extends: china-2024\nid: parent\ndemand: {agents: 300}\n${events}`;
  const { scenario } = readScenario("extends: parent\nid: mine\nvendors: {moonshot: null}\nexpect: null", {
    file: "mine.yaml",
    resolve: (name) => (name === "parent" ? { file: "parent.yaml", text: parent } : libraryText(name)),
  });
  expect(scenario.levers.map((l) => [l.id, l.paths[0].path])).toEqual([["rents", "events.0.factor"]]);
  expect(scenario.events[0].factor).toBe(1.1);
});
