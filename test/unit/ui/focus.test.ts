import { expect, test, vi } from "vitest";
import { focusOf, headline, mean, meanHeadline, outputOf, outputsTold, type Recording } from "../../../engine/index.ts";
import { freshSession, setLever } from "../../../ui/store/session.ts";
import { notes, writeNote } from "../../../ui/store/notes.ts";
import { readLink, writeLink } from "../../../ui/store/link.ts";
import { keepRecording, keeping, recordedRun, recordingOf } from "../../../ui/store/recorded-runs.ts";
import { scenarioOf } from "../../../ui/store/scenario-of.ts";
import { library, simulate } from "../../support/scenarios.ts";
import { withAgents } from "../../../engine/index.ts";

// Made when the app is built: which scenarios there are is no matter here.
vi.mock("virtual:library", () => ({ default: [] }));

const scenario = withAgents(library("china-2024"), 300);

test("a focus is written as the output it is, of a day as of a span", () => {
  for (const output of [
    "market.hhi",
    "vendors.zhipu.tokenShare@2024-12-31",
    "products.zhipu.glm-4.priceInput",
    "vendors.zhipu.revenue:mean@2024-06-01..2024-12-31",
  ])
    expect(outputOf(focusOf(output)!)).toBe(output);
  for (const none of ["headline.priceFall", "vendors.zhipu.nothing", "vendors.zhipu.revenue:max", "regime"])
    expect(focusOf(none)).toBeNull();
});

test("beside a vendor's cash stand its share and margin, on the same day", () => {
  const told = outputsTold(focusOf("vendors.zhipu.cash@2024-12-31")!);
  expect(told[0]).toBe("vendors.zhipu.cash@2024-12-31");
  expect(told).toContain("vendors.zhipu.grossMargin@2024-12-31");
  expect(new Set(told).size).toBe(told.length);
});

test("a link carries the focus, and leaves out one that is none", async () => {
  const link = await writeLink(freshSession(), "1", { focus: "vendors.zhipu.tokenShare@2024-12-31" });
  expect((await readLink(link)).focus).toBe("vendors.zhipu.tokenShare@2024-12-31");
  const bad = await readLink("s=china-2024&o=frog");
  expect([bad.focus, bad.problems.length]).toEqual([null, 1]);
});

test("a session means the same scenario each time, and without a change its own", () => {
  const fresh = freshSession();
  expect(scenarioOf(scenario, fresh)).toBe(scenario);
  const edited = setLever(fresh, scenario.levers[0].id, 0.4);
  expect(scenarioOf(scenario, edited)).toBe(scenarioOf(scenario, edited));
});

const pool = (made: number[]) => ({
  width: 1,
  measure: () => Promise.reject(new Error("not asked")),
  run: async ({ replication = 0 }: { replication?: number }) => {
    made.push(replication);
    await Promise.resolve();
    return { replication } as unknown as Recording;
  },
});

test("a run that one page has made, or is making, no other page makes again", async () => {
  const made: number[] = [];
  const runner = pool(made);
  const own = { ...scenario };
  keepRecording({ scenario: own, seed: "1" }, { kept: true } as unknown as Recording);
  const [a, b] = [recordedRun({ scenario: own, seed: "1", replication: 3 }, runner), keeping(runner)];
  await Promise.all([a, b.run({ scenario: own, seed: "1", replication: 3 }), b.run({ scenario: own, seed: "1" })]);
  expect(made).toEqual([3]);
  expect(recordingOf({ scenario: own, seed: "1", replication: 3 })).toEqual({ replication: 3 });
});

test("a run given up by whoever asked first is made for whoever waits for it", async () => {
  const own = { ...scenario };
  let calls = 0;
  const run = () => (++calls === 1 ? Promise.reject(new Error("aborted")) : Promise.resolve({} as Recording));
  const first = recordedRun({ scenario: own, seed: "1" }, { run }).catch(() => "given up");
  const second = recordedRun({ scenario: own, seed: "1" }, { run });
  expect([await first, await second]).toEqual(["given up", {}]);
});

test("the headline of several runs says the means that a report says", () => {
  const runs = [0, 1, 2].map((replication) => simulate(scenario, { replication }));
  const all = runs.map(headline);
  expect(meanHeadline(runs).priceFall).toBe(mean(all.map((h) => h.priceFall)));
  expect(meanHeadline([runs[0]])).toEqual({ ...all[0] });
});

test("a link carries notes on the charts, and leaves out what is none", async () => {
  const written = [{ date: "2024-08-19", text: "V2 halves; 价格战" }];
  expect((await readLink(await writeLink(freshSession(), "1", { notes: written }))).notes).toEqual(written);
  for (const bad of ["frog", '[{"date":"soon","text":"x"}]', `[{"date":"2024-08-19","text":"${"x".repeat(61)}"}]`]) {
    const read = await readLink(`s=china-2024&n=${encodeURIComponent(bad)}`);
    expect([read.notes, read.problems.length]).toEqual([[], 1]);
  }
});

test("notes are one a day, in the order of days; an empty one is taken away", () => {
  writeNote("2024-08-19", "second");
  writeNote("2024-05-06", "  first ");
  writeNote("2024-08-19", "the second again");
  expect(notes.get()).toEqual([
    { date: "2024-05-06", text: "first" },
    { date: "2024-08-19", text: "the second again" },
  ]);
  writeNote("2024-05-06", " ");
  expect(notes.get()).toEqual([{ date: "2024-08-19", text: "the second again" }]);
});
