import { describe, expect, test } from "vitest";
import { mean, type Recording, restated, type Scenario } from "../../../engine/index.ts";
import { rowsOf, type Row } from "../../../cli/compare/rows.ts";
import { differenceText } from "../../../cli/compare/text.ts";
import { runJson } from "../../../cli/run-json.ts";
import { together } from "../../../words/names.ts";
import { comparisonTitle } from "../../../words/comparison-words.ts";
import { meanHeadline } from "../../../engine/index.ts";
import { armNamed, renamed, reversed } from "../../support/arms.ts";
import { simulate } from "../../support/scenarios.ts";

const PAIRS = 3;
const runsOf = (scenario: Scenario): Recording[] =>
  Array.from({ length: PAIRS }, (_, replication) => simulate(scenario, { replication }));

const base = armNamed("base");
const baseRuns = runsOf(base);

const ARMS: Readonly<Record<string, Scenario>> = {
  entrant: armNamed("entrant"),
  "one vendor removed": armNamed("nozhipu"),
  "vendors in reverse order": reversed(base),
  "a vendor renamed": renamed(base, "moonshot", "luna"),
};

type Json = Readonly<Record<"vendors" | "products" | "segments", readonly ({ id: string } & Numbers)[]>> & {
  readonly market: Numbers;
};
type Numbers = Readonly<Record<string, readonly number[]>>;

const told = new Map<readonly Recording[], readonly Json[]>();
function jsonOf(runs: readonly Recording[], scenario: Scenario): readonly Json[] {
  const known = told.get(runs) ?? runs.map((r) => runJson(r, scenario, "1") as Json);
  told.set(runs, known);
  return known;
}

/** The last value of what `run --json` says of an id, over the runs that have it. */
function meanOf(runs: readonly Json[], { entity, id, name }: Row): number {
  const values = runs.map((all) => {
    if (entity === "market") return all.market[name].at(-1)!;
    const list = all[`${entity}s`] as readonly ({ id: string } & Numbers)[];
    return list.find((one) => one.id === id)?.[name].at(-1) ?? NaN;
  });
  return mean(values.filter((x) => !Number.isNaN(x)));
}

describe.each(Object.entries(ARMS))("compared with %s", (_, arm) => {
  const armRuns = runsOf(arm);
  const rows = rowsOf(armRuns, baseRuns);
  test("each row has the means that `run --json` gives by id, and no number where an arm has nobody of that id", () => {
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      expect([row.entity, row.id, row.name, row.base]).toEqual([
        row.entity,
        row.id,
        row.name,
        meanOf(jsonOf(baseRuns, base), row),
      ]);
      expect([row.id, row.name, row.other]).toEqual([row.id, row.name, meanOf(jsonOf(armRuns, arm), row)]);
    }
  });
  test("every vendor of either arm has a row", () => {
    const ids = new Set(rows.filter((row) => row.entity === "vendor").map((row) => row.id));
    expect([...ids].toSorted()).toEqual([...new Set([base, arm].flatMap((s) => Object.keys(s.vendors)))].toSorted());
  });
});

test("the order of vendors changes nothing", () => {
  for (const { mean: gap, name } of rowsOf(runsOf(reversed(base)), baseRuns))
    if (!Number.isNaN(gap)) expect([name, Math.abs(gap) < 1e-6]).toEqual([name, true]);
});

test("a vendor that never sells changes no number of the others and is not shown", () => {
  const idle = armNamed("idle");
  const rows = rowsOf(runsOf(idle), baseRuns);
  for (const row of rows.filter(({ id }) => !id.startsWith("acme")))
    expect([row.id, row.name, row.mean || 0]).toEqual([row.id, row.name, 0]);
  const text = differenceText(rows, { names: together([base, idle]), letter: "B", pairs: PAIRS, lang: "en" });
  expect(text).not.toMatch(/Acme is in/);
});

test("who enters or is missing is said in a sentence and has a dash on the other side", () => {
  const entrant = ARMS.entrant;
  const entrantRuns = runsOf(entrant);
  const shown = { names: together([base, entrant]), letter: "B", pairs: PAIRS };
  const text = differenceText(rowsOf(entrantRuns, baseRuns), { ...shown, lang: "en" });
  const share = /Acme is in B only and ends with (\d+%) of tokens\./.exec(text)![1];
  expect(text).toMatch(new RegExp(`^Share of tokens *\n {2}Acme +– +${share} +– *$`, "m"));
  expect(text).toMatch(/^Input price \(¥ per Mtok\) *\n {2}Acme One +– +2\.00 +– *$/m);
  const zh = differenceText(rowsOf(baseRuns, entrantRuns), { ...shown, lang: "zh" });
  expect(zh).toMatch(/^甲只在 A 中出现，期末 token 份额为 \d+%。$/m);
  const run = (scenario: Scenario, recordings: readonly Recording[]) => ({
    scenario,
    recordings,
    headline: meanHeadline(recordings),
  });
  const title = comparisonTitle(run(entrant, entrantRuns), run(base, baseRuns), "en");
  expect(title).toMatch(/^Acme enters and ends with \d+% of the market/);
  expect(comparisonTitle(run(base, baseRuns), run(entrant, entrantRuns), "zh")).toMatch(/^没有了原占 \d+% 的甲/);
});

test("amounts are in A's money once restated: prices and profits by the rate, shares and tokens as they were", () => {
  const rows = rowsOf(
    baseRuns.map((r) => restated(r, 0.125)),
    baseRuns,
  );
  const ratio = (entity: string, name: string) => {
    const row = rows.find((r) => r.entity === entity && r.name === name && r.base > 0)!;
    return row.other / row.base;
  };
  for (const [entity, name] of [
    ["product", "priceInput"],
    ["product", "unitCost"],
    ["vendor", "revenue"],
    ["segment", "surplus"],
    ["market", "consumerSurplus"],
    ["market", "unitValue"],
    ["market", "gpuPrice"],
  ])
    expect([name, ratio(entity, name)]).toEqual([name, expect.closeTo(0.125, 12)]);
  for (const [entity, name] of [
    ["vendor", "tokenShare"],
    ["market", "tokens"],
    ["market", "priceIndex"],
  ])
    expect([name, ratio(entity, name)]).toEqual([name, expect.closeTo(1, 12)]);
  const [{ from, to }] = restated(baseRuns[0], 0.125).moves;
  const [was] = baseRuns[0].moves;
  expect([from.input, to.output]).toEqual([0.125 * was.from.input, 0.125 * was.to.output]);
});
