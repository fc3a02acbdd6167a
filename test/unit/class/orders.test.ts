import { describe, expect, test } from "vitest";
import { type ClassState, isRefusal, MAX_MARKETS, ordered, replayed } from "../../../engine/class/index.ts";
import { opening } from "../../support/classroom.ts";

const lobby = replayed([opening()]);
const deciding: ClassState = { ...lobby, phase: "deciding" };
const answer = (state: ClassState, order: object) => ordered(state, order as never, 9);

describe("what a teacher asks for", () => {
  test.each<readonly [string, ClassState, object, unknown]>([
    ["an hour a round", lobby, { do: "set", seconds: 3600 }, { kind: "set", at: 9, seconds: 3600 }],
    ["no time a round", lobby, { do: "set", seconds: 0 }, { kind: "set", seconds: 0 }],
    ["more than an hour", lobby, { do: "set", seconds: 3601 }, { no: "bad" }],
    ["less than no time", lobby, { do: "set", seconds: -1 }, { no: "bad" }],
    ["half a second", lobby, { do: "set", seconds: 0.5 }, { no: "bad" }],
    ["talk", lobby, { do: "set", talk: true }, { kind: "set", talk: true }],
    ["talk that is no yes or no", lobby, { do: "set", talk: 1 }, { no: "bad" }],
    ["nothing to set", lobby, { do: "set" }, { kind: "set", at: 9 }],
    ["a show that is none", lobby, { do: "set", show: "tricks" }, { no: "bad" }],
    ["ten minutes more", deciding, { do: "extend", seconds: 600 }, { kind: "extend", at: 9, seconds: 600 }],
    ["more than ten minutes more", deciding, { do: "extend", seconds: 601 }, { no: "bad" }],
    ["more time before a round", lobby, { do: "extend", seconds: 60 }, { no: "stage" }],
    ["to begin", lobby, { do: "next" }, { kind: "next", at: 9 }],
    ["the next round in the midst of one", deciding, { do: "next" }, { no: "stage" }],
    ["to take back what was not played", lobby, { do: "undo" }, { no: "stage" }],
    ["a pause", deciding, { do: "pause" }, { kind: "pause" }],
    ["a pause before a round", lobby, { do: "pause" }, { no: "stage" }],
    ["to go on where nothing is held", deciding, { do: "resume" }, { no: "stage" }],
    ["to go on", { ...deciding, paused: 3 } as never, { do: "resume" }, { kind: "resume" }],
    ["a pause of a pause", { ...deciding, paused: 3 } as never, { do: "pause" }, { no: "stage" }],
    ["as many markets as there may be", lobby, { do: "markets", markets: MAX_MARKETS }, { kind: "markets" }],
    ["one more", lobby, { do: "markets", markets: MAX_MARKETS + 1 }, { no: "bad" }],
    ["no market", lobby, { do: "markets", markets: 0 }, { no: "bad" }],
    ["markets in the midst", deciding, { do: "markets", markets: 1 }, { no: "stage" }],
    ["a seat for a stranger", lobby, { do: "seat", player: "x", to: {} }, { no: "unknown" }],
    ["that a stranger leaves", lobby, { do: "leave", player: "x" }, { no: "unknown" }],
    ["that nobody leaves", lobby, { do: "leave", player: 3 }, { no: "unknown" }],
    ["a bot nowhere", lobby, { do: "bot", market: 7, vendor: "x", on: true }, { no: "place" }],
    ["to hide all", lobby, { do: "reveal", step: "nothing" }, { kind: "reveal", step: "nothing" }],
    ["to show what is not over", lobby, { do: "reveal", step: "ranking" }, { no: expect.stringMatching(/bad|stage/) }],
    ["what there is not", lobby, { do: "toString" }, { no: "bad" }],
  ])("%s", (_, state, order, expected) => expect(answer(state, order)).toMatchObject(expected as object));

  test("a bot sits down where a place is, and says yes or no", () => {
    const { vendor } = lobby.plan.setup.seats[0];
    expect(answer(lobby, { do: "bot", market: 0, vendor, on: true })).toMatchObject({ kind: "bot", on: true });
    expect(isRefusal(answer(lobby, { do: "bot", market: 0, vendor, on: 1 }))).toBe(true);
  });
});
