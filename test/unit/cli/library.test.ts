import { expect, test } from "vitest";
import {
  calibrate,
  compare,
  ensemble,
  equilibrium,
  explain,
  loadScenario,
  nodePool,
  optimise,
  report,
  sensitivity,
  simulate,
} from "../../../cli/library.ts";
import { pricewar } from "../../support/cli.ts";

const small = {
  set: { "demand.agents": 300, "vendors.a.strategy": "{kind: hold}", "demand.exact": "false" },
  weeks: 4,
};
const price = "vendors.a.products.p.price.input";

test("the library compares two scenarios in pairs, and spreads one over its draws", async () => {
  const base = await loadScenario("textbook-punishment", small);
  const cheaper = await loadScenario("textbook-punishment", { ...small, set: { ...small.set, [price]: 1.5 } });
  const outputs = ["vendors.a.tokenShare"];
  const { "vendors.a.tokenShare": d } = await compare(base, cheaper, { runs: 6, outputs });
  expect(d.low).toBeGreaterThan(0);
  const { runs, failed, outputs: found } = await ensemble(base, { runs: 6, outputs });
  expect([runs, failed]).toEqual([6, 0]);
  expect(found[0].mean).toBeCloseTo(d.base, 12); // the same draws
  expect(await compare({ base, other: cheaper }, { runs: 6, outputs })).toEqual({ "vendors.a.tokenShare": d });
});

test("a misspelt argument of the library is refused with the name that was meant", async () => {
  const base = await loadScenario("textbook-punishment", small);
  const wrong = (given: object, options?: object) => compare(given as never, options as never);
  await expect(wrong({ base, othr: base })).rejects.toThrow("compare: no argument “othr”; did you mean “other”?");
  await expect(wrong({ base, other: base }, { run: 2 })).rejects.toThrow("did you mean “runs”?");
  await expect(sensitivity("textbook-punishment", { agent: 2 } as never)).rejects.toThrow("did you mean “agents”?");
});

test("what is no scenario, no count of runs or no argument is refused by name, whatever is called", async () => {
  const base = await loadScenario("textbook-punishment", small);
  const as = (x: unknown) => x as never;
  const how = /expected a scenario, as loadScenario gives it: await loadScenario\("china-2024"\)/;
  for (const call of [simulate, ensemble, explain, equilibrium])
    await expect(call(as("china-2024"))).rejects.toThrow(how);
  await expect(report([as("china-2024")])).rejects.toThrow(how);
  await expect(simulate(as(Promise.resolve(base)))).rejects.toThrow(/is an await missing/);
  for (const runs of [-1, 0, 1.5, NaN, "3"])
    for (const call of [ensemble, explain])
      await expect(call(base, { runs: as(runs) })).rejects.toThrow(/whole number/);
  await expect(simulate(base, as({ sed: 1 }))).rejects.toThrow("did you mean “seed”?");
  await expect(ensemble(base, as({ run: 1 }))).rejects.toThrow("did you mean “runs”?");
  await expect(explain(base, as({ form: "2024-05-01" }))).rejects.toThrow(/no argument “form”/);
  await expect(loadScenario("textbook-punishment", as({ sets: {} }))).rejects.toThrow("did you mean “set”?");
  await expect(compare(as({ base, other: base, runs: 3 }))).rejects.toThrow("runs goes second");
});

test("an option that is to be a number and is none is refused by name, wherever it is taken", async () => {
  const base = await loadScenario("textbook-punishment", small);
  const design = "textbook-punishment";
  const doors: Readonly<Record<string, readonly [take: (options: never) => unknown, ...names: string[]]>> = {
    loadScenario: [(o) => loadScenario("textbook-punishment", o), "weeks"],
    simulate: [(o) => simulate(base, o), "seed", "replication"],
    ensemble: [(o) => ensemble(base, o), "runs", "seed"],
    compare: [(o) => compare({ base, other: base }, o), "runs", "seed"],
    explain: [(o) => explain(base, o), "runs", "seed"],
    report: [(o) => report([base], o), "runs", "seed"],
    equilibrium: [(o) => equilibrium(base, o), "seed"],
    sensitivity: [(o) => sensitivity(design, o), "runs", "replications", "agents", "weeks", "seed"],
    optimise: [(o) => optimise(design, o), "agents", "weeks", "seed"],
    calibrate: [(o) => calibrate(design, o), "agents", "weeks", "seed"],
    "a pool": [(o) => nodePool((o as { width: number }).width), "width"],
    "a run": [(o) => nodePool(1).run({ scenario: base, seed: 1 }, o), "threads"],
  };
  for (const [door, [take, ...names]] of Object.entries(doors))
    for (const name of names)
      for (const wrong of [{ width: 2 }, [2], NaN, Infinity, -1, 1.5, true, null].filter(noSeed(name)))
        await expect(
          (async () => take({ [name]: wrong } as never))(),
          `${door}, ${name}: ${JSON.stringify(wrong)}`,
        ).rejects.toThrow(new RegExp(`${door}: ${name} .*: expected a (whole number, at least \\d|number or a text)`));
});

/** A seed may be any number that is one. */
const noSeed = (name: string) => (x: unknown) => name !== "seed" || typeof x !== "number" || !Number.isFinite(x);

const common = { ...small, agents: 300, seed: 2 };
const range = { path: price, range: ["1.1 CNY/Mtok", "2 CNY/Mtok"] } as const;

test("one call optimises over a design written in the program, with progress up to the end", async () => {
  const heard: number[] = [];
  const best = await optimise(
    {
      scenario: "textbook-punishment",
      parameters: [range],
      maximise: "vendors.a.tokenShare",
      evaluations: 12,
      replications: 1,
    },
    { ...common, onProgress: (done) => heard.push(done) },
  );
  expect(Number(best.settings[0].value)).toBeLessThan(1.2); // a share is largest where the price is least
  expect(heard.at(-1)).toBeGreaterThan(0.5);
});

test("one call calibrates, and says where the fault of a design lies", async () => {
  const design = { scenario: "textbook-punishment", parameters: [range], evaluations: 12, replications: 1 };
  const targets = [{ output: "vendors.a.tokenShare", value: 0.4, sd: 0.01 }];
  const { error } = await calibrate({ ...design, targets }, common);
  expect(error.fitted).toBeLessThan(error.before);
  const wrong = calibrate({ ...design, targets: [{ output: "vendors.z.tokenShare", value: 0.4 }] }, common);
  await expect(wrong).rejects.toThrow(/design:1:\d+/);
});

test("one call gives a sensitivity analysis: that of the command line, number by number", async () => {
  const { agents, weeks } = { agents: 300, weeks: 4 };
  const outputs = ["market.hhi"];
  const called = await sensitivity("china-2024", { agents, weeks, outputs, method: "morris", runs: 2, seed: 3 });
  const flags = "--agents 300 --weeks 4 --output market.hhi --method morris -n 2 --seed 3 --json --quiet";
  const printed = await pricewar(["sensitivity", "china-2024", ...flags.split(" ")]);
  expect(JSON.parse(JSON.stringify(called))).toEqual(JSON.parse(printed.stdout));
});

test("one call gives prices of theory: those of the command line", async () => {
  const scenario = await loadScenario("textbook-punishment");
  const printed = await pricewar(["equilibrium", "textbook-punishment", "--json"]);
  const found = await equilibrium(scenario);
  expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(printed.stdout));
  const [a, b] = Object.keys(scenario.vendors);
  const merger = await equilibrium(scenario, { merge: [a, b] });
  expect(merger.products[0].after).toBeGreaterThan(merger.products[0].before!);
  await expect(equilibrium(scenario, { hold: ["nobody"] })).rejects.toThrow("no such vendor");
});
