import { expect, test } from "vitest";
import { restatedScenario } from "../../../engine/authoring.ts";
import { blend } from "../../../engine/price.ts";
import { buildReport } from "../../../report/document/build.ts";
import { gather } from "../../../report/document/gather.ts";
import { library, simulate } from "../../support/scenarios.ts";

const few = { "demand.agents": 300, "clock.burnInWeeks": 4, "clock.end": "2027-02-25" };
const runner = {
  run: async ({ scenario, seed, replication }: { scenario: typeof today; seed: string; replication?: number }) =>
    simulate(scenario, { seed, replication }),
  measure: () => Promise.reject(new Error("not asked for")),
  width: 1,
};
const today = library("today", few);
const named = [{ scenario: today, provenance: {} }];
const how = { runs: 1, seed: "1", nash: false, swings: false };
const asked = { names: ["today"], set: [], template: "", sections: ["setup", "vendors"], lang: "en", ...how } as const;

test("a report in another currency says the rate, turns every amount and keeps the run it was made from", async () => {
  const arms = await gather(named, runner as never, how);
  const [own, yuan] = [buildReport(arms, asked, "0"), buildReport(arms, { ...asked, currency: "CNY" }, "0")];
  const text = JSON.stringify(yuan.sections);
  expect(text).toContain('are turned from ","USD"," into ","CNY"');
  expect(text).not.toMatch(/\$\d/);
  expect(JSON.stringify(own.sections)).toMatch(/\$\d/);
  expect(yuan.manifest.arms).toEqual(own.manifest.arms);
  expect(yuan.manifest.command).toContain("--currency CNY");
});

test("a scenario in another currency has its prices and posted lists in it, and other numbers as they were", () => {
  const history = library("light-war-2026-history");
  const yuan = restatedScenario(history, "CNY", 1 / history.fx.CNY);
  const price = (s: typeof history) => blend(s.vendors.xiaomi.products.mimo.price as { input: number; output: number });
  expect(price(yuan)).toBeCloseTo(price(history) / history.fx.CNY, 9);
  const posted = (s: typeof history) => s.events.find((e) => e.product === "openai.luna" && e.date === "2026-09-22")!;
  expect((posted(yuan).price as { input: number }).input).toBeCloseTo(0.1 / history.fx.CNY, 9);
  expect(yuan.vendors.xiaomi.products.mimo.quality).toBe(history.vendors.xiaomi.products.mimo.quality);
  expect(yuan.vendors.anthropic.load).toBe(history.vendors.anthropic.load);
  expect(yuan.fx).toEqual({ USD: 1 / history.fx.CNY });
  expect(restatedScenario(yuan, "USD", history.fx.CNY).vendors.xai.products.grok.price.input).toBeCloseTo(2, 9);
});
