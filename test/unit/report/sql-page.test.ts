import { beforeAll, describe, expect, test } from "vitest";
import { series } from "../../../engine/index.ts";
import type { Recorded } from "../../../report/document/model.ts";
import { packRuns, unpackRuns } from "../../../report/writers/sql/packed-runs.ts";
import { armIds } from "../../../ui/sql/arm-ids.ts";
import { shapeOf } from "../../../ui/sql/answer-shape.ts";
import { armOf } from "../../support/report-arms.ts";
import { variant } from "../../support/scenarios.ts";

describe("runs in a page", () => {
  let recorded: readonly Recorded[];
  beforeAll(() => {
    const { scenario, recordings } = armOf(variant("demand: {agents: 200}\nclock: {burnInWeeks: 2, tickDays: 1}"), 3);
    recorded = [{ scenario: scenario.id, recordings }];
  });

  test("every series of every run comes out as it was recorded, to the bit", () => {
    const [{ scenario, runs }] = unpackRuns(packRuns(recorded));
    expect([scenario, runs.length]).toEqual([recorded[0].scenario, 3]);
    runs.forEach(({ dates, paths, series: columns }, k) => {
      const r = recorded[0].recordings[k];
      expect(dates).toEqual(r.dates);
      for (const path of ["market.hhi", "vendors.zhipu.tokenShare", "products.zhipu.glm-4.priceInput"])
        expect(columns[paths.indexOf(path)]).toEqual(series(r, path));
      expect(new Set(paths).size).toBe(paths.length);
    });
  });
  test("many runs are kept week by week, and what finds no room is told, not dropped in silence", () => {
    const rows = unpackRuns(packRuns(recorded))[0].runs.reduce(
      (sum, { paths, dates }) => sum + paths.length * dates.length,
      0,
    );
    const weekly = packRuns(recorded, rows - 1);
    expect([weekly.step, weekly.left]).toEqual([7, 0]);
    const [{ runs }] = unpackRuns(weekly);
    expect(runs[0].dates).toEqual(recorded[0].recordings[0].dates.filter((_, t) => t % 7 === 0));
    const fewer = packRuns(recorded, rows / 8);
    expect([fewer.arms[0].runs, fewer.left]).toEqual([2, 1]);
  });
});

describe("the chart of an answer", () => {
  const answer = (head: readonly string[], rows: readonly (readonly unknown[])[]) => shapeOf({ head, rows, ms: 1 });
  test("draws a line along days for each name", () => {
    const rows = ["a", "b"].flatMap((id) => [1, 2, 3].map((day) => [id, `2024-01-0${day}`, day]));
    const shape = answer(["id", "date", "share"], rows);
    expect(shape).toMatchObject({ kind: "lines", x: "date", y: "share" });
    expect(shape?.kind === "lines" && shape.lines.map(({ name }) => name)).toEqual(["a", "b"]);
  });
  test("draws a bar a row where nothing goes on, named by what tells the rows apart", () => {
    const rows = [
      ["s", "zhipu", "2024-05-01", 0.2],
      ["s", "baidu", "2024-06-01", 0.1],
    ];
    expect(answer(["scenario", "id", "day", "share"], rows)).toMatchObject({
      kind: "bars",
      y: "share",
      bars: [
        { name: "zhipu", value: 0.2 },
        { name: "baidu", value: 0.1 },
      ],
    });
    const runs = [3, 1, 2].map((run) => [run, 0.3 / run]);
    expect(answer(["run", "hhi"], runs)).toMatchObject({ kind: "bars", bars: [{ name: "3" }, { name: "1" }, {}] });
  });
  test("draws nothing of one row, of words alone, and no empty picture of gaps", () => {
    expect(answer(["x"], [[1]])).toBeNull();
    expect(answer(["id"], [["a"], ["b"]])).toBeNull();
    expect(
      answer(
        ["id", "x"],
        [
          ["a", null],
          ["b", null],
        ],
      ),
    ).toBeNull();
  });
});

test("a scenario and what was made of it by hand are two in queries, though they have one id", () => {
  const arms = ["A", "B", "C"].map((letter, k) => ({
    letter,
    scenario: { ...variant(""), id: k < 2 ? "china-2024" : "no-trigger" },
  }));
  expect(armIds(arms)).toEqual(["china-2024 A", "china-2024 B", "no-trigger"]);
});
