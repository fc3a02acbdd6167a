import { describe, expect, it } from "vitest";
import { accountsOf, begin, gameAt, marketReport, type News, resultByWeek, toldOnce } from "../../engine/game/index.ts";
import type { Move } from "../../engine/index.ts";
import { moveText } from "../../ui/pages/play/move-text.ts";
import { reasonKey } from "../../ui/pages/play/move-reason.ts";
import { seatName } from "../../ui/pages/play/texts.ts";
import { playOn, setup } from "../support/games.ts";
import { library } from "../support/scenarios.ts";

const base = library("level-field");
const TEAMS = setup({ base: "level-field", seats: [{ vendor: "amber", team: "Team 1" }, { vendor: "birch" }] });
const start = gameAt(begin(TEAMS));
const CUT = { main: { input: 0.5, output: 1 } };
const first = { ...start, rounds: [{ amber: { prices: CUT } }] };

const move = (product: string, date: string, [from, to]: readonly [number, number], because = "gap:x.y"): News => ({
  kind: "move",
  date,
  product,
  move: {
    rule: "follow",
    because,
    from: { input: from, output: from },
    to: { input: to, output: to },
  } as unknown as Move,
});

describe("news of a quarter", () => {
  it("tell what a vendor did for one reason once, each product from its first price to its last", () => {
    const told = toldOnce([
      move("a.p", "2024-05-01", [9, 6]),
      move("b.p", "2024-05-02", [9, 8]),
      move("a.q", "2024-05-08", [5, 4]),
      { kind: "closed", date: "2024-05-09", vendor: "c" },
      move("a.p", "2024-05-15", [6, 3]),
      move("a.p", "2024-05-20", [3, 0], "free"),
    ]);
    expect(told.map((t) => [t.kind, t.date])).toEqual([
      ["moves", "2024-05-01"],
      ["moves", "2024-05-02"],
      ["closed", "2024-05-09"],
      ["moves", "2024-05-20"],
    ]);
    expect(told[0]).toMatchObject({
      vendor: "a",
      last: "2024-05-15",
      products: [
        { product: "a.p", from: { input: 9 }, to: { input: 3 } },
        { product: "a.q", from: { input: 5 }, to: { input: 4 } },
      ],
    });
  });
});

describe("the first quarter", () => {
  const opening = playOn(base, start);
  const played = playOn(base, first);

  it("is held against the market as it was before anybody decided", () => {
    const before = marketReport(base, opening, -1).vendors;
    const after = marketReport(base, played, 0, opening).vendors;
    expect(after.map((v) => v.shareBefore)).toEqual(before.map((v) => v.tokenShare));
    // In the run that holds the decision, the first week knows of it already.
    const alone = marketReport(base, played, 0).vendors;
    expect(alone.map((v) => v.shareBefore)).not.toEqual(before.map((v) => v.tokenShare));
  });

  it("begins with accounts: cash, and a quarter at the rate of the first week", () => {
    const { revenue, cash, profit, result, outlays } = accountsOf(opening, "amber", -1);
    expect(revenue).toBeCloseTo(13 * opening.vendor.revenue[0], 3);
    expect(cash).toBe(opening.vendor.cash[0]);
    expect(result - outlays).toBeCloseTo(profit, 3);
  });

  it("has a result of decisions that outlays do not hide: week by week it adds up to the quarter's", () => {
    const weeks = resultByWeek(played, "amber", 13);
    expect(weeks.reduce((a, b) => a + b, 0)).toBeCloseTo(accountsOf(played, "amber", 0).result, 3);
  });
});

describe("words of a game", () => {
  it("say a move as one does, and which way the price went", () => {
    const game = {
      ...start,
      rounds: [{ amber: { prices: CUT } }, { amber: { prices: { main: { input: 2, output: 2 } }, gpus: null } }],
    };
    const said = (quarter: number, kind: "prices" | "gpus", lang: "en" | "zh") =>
      moveText(
        { quarter, kind, ...(kind === "prices" && { product: "main" }) },
        { scenario: base, game, vendor: "amber", lang },
      );
    expect(said(0, "prices", "en")).toMatch(/^cutting Amber Main to ¥0\.50.* \/ ¥1/);
    expect(said(1, "prices", "en")).toMatch(/^raising Amber Main to ¥2/);
    expect(said(1, "prices", "zh")).toMatch(/涨到 2/);
    expect(said(1, "gpus", "en")).toBe("a fleet planned by demand");
  });

  it("name the vendor after the team that plays it", () => {
    expect(seatName(base, TEAMS.seats[0], "en")).toBe("Team 1 · Amber");
    expect(seatName(base, TEAMS.seats[1], "zh")).toBe("白桦");
  });

  it.each([
    ["more volume, more profit", { tokens: 0.4, gain: 1 }, "whyMoreUp"],
    ["more volume, less profit", { tokens: 0.4, gain: -1 }, "whyMoreDown"],
    ["less volume, more profit", { tokens: -0.2, gain: 1 }, "whyLessUp"],
    ["less volume, less profit", { tokens: -0.2, gain: -1 }, "whyLessDown"],
  ] as const)("say why a price move paid or not: %s", (_name, what, key) => {
    expect(reasonKey({ kind: "prices", goal: "profit", ...what })).toBe(key);
    expect(reasonKey({ kind: "research", goal: "profit", ...what })).toBe("whyOther");
  });
});
