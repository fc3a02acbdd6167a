import { describe, expect, it } from "vitest";
import { begin, enter, gameAt, goTo, type Session, undo } from "../../engine/game/index.ts";
import { recordingFingerprint } from "../../engine/index.ts";
import { playOn, setup, small } from "../support/games.ts";

const base = small("level-field");
const teams = setup({ base: "level-field", seats: [{ vendor: "amber" }, { vendor: "birch" }] });
const cut = (input: number) => ({ prices: { main: { input, output: 2 * input } } });
const bits = (s: Session) => recordingFingerprint(playOn(base, gameAt(s)));

describe("a session of a game", () => {
  it("plays a quarter when all are in, and the order of entry changes nothing", () => {
    const one = enter(begin(teams), "amber", cut(4));
    expect(gameAt(one).rounds).toHaveLength(0);
    const amberFirst = enter(one, "birch", cut(5));
    const birchFirst = enter(enter(begin(teams), "birch", cut(5)), "amber", cut(4));
    expect(bits(amberFirst)).toBe(bits(birchFirst));
    expect(bits(amberFirst)).not.toBe(bits(begin(teams)));
  });

  it("undoes a round; the same decisions lead to the same bits, others to a branch that spares the first", () => {
    const first = enter(enter(begin(teams), "amber", cut(4)), "birch", cut(5));
    const back = undo(first);
    const again = enter(enter(back, "amber", cut(4)), "birch", cut(5));
    expect([again.at, bits(again)]).toEqual([first.at, bits(first)]);
    const other = enter(enter(back, "amber", cut(1)), "birch", {});
    expect(other.nodes).toHaveLength(3);
    expect(bits(other)).not.toBe(bits(first));
    expect(bits(goTo(other, first.at))).toBe(bits(first));
  });

  it.each([
    ["prices", { prices: { main: { input: 2, output: 4 } } }, "priceInput"],
    ["research", { research: 4e7 }, "research"],
    ["gpus", { gpus: 9000 }, "gpus"],
    ["credits", { credits: 20 }, "credits"],
    ["free", { free: { main: 5 } }, "revenue"],
  ] as const)("each decision acts where it should: %s", (_kind, decisions, column) => {
    const run = (d: object) => playOn(base, { setup: teams, rounds: [{ amber: d }] });
    const sum = (r: ReturnType<typeof run>) => {
      const values = column === "priceInput" ? r.product.priceInput : r.vendor[column];
      const width = column === "priceInput" ? r.productIds.length : r.vendorIds.length;
      return values.reduce((total, x, k) => (k % width === 0 && k / width < 13 ? total + x : total), 0);
    };
    const [held, decided] = [sum(run({})), sum(run(decisions))];
    if (column === "priceInput" || column === "revenue") expect(decided).toBeLessThan(held);
    else expect(decided).toBeGreaterThan(held);
  });
});
