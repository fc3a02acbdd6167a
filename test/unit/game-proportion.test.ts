import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accountsOf, playable } from "../../engine/game/index.ts";
import { hasLastingUsers, mean, patchScenario, type Recording, type Scenario } from "../../engine/index.ts";
import { gameIds } from "../../server/games/ready-game.ts";
import { GAMES, readyGame } from "../support/classroom.ts";
import { game, playOn, small } from "../support/games.ts";
import { library, libraryFolder, productSeries, simulate } from "../support/scenarios.ts";

const ids = readdirSync(libraryFolder).map((file) => file.replace(".yaml", ""));
const all = [...ids.map((id) => library(id)), ...gameIds(GAMES).map((id) => readyGame(id).scenario)];
/** Those with somebody to seat: a textbook market without users who last has no game. */
const markets = all.filter((base) => hasLastingUsers(base) && playable(base).length > 0);

/** Every playable vendor of a market in a seat, nobody deciding anything. */
const opening = (base: Scenario): Recording =>
  playOn(base, game([], { base: base.id, quarters: 1, seats: playable(base).map((vendor) => ({ vendor })) }));

/** Demand of one week differs a little from that of the next: the rule goes by the burn-in's last. */
const ABOUT = 1.25;

it.each(markets.map((base) => [base.id, base] as const))(
  "money in a game on %s is in proportion: no seat's outlays exceed what its opening week, or sellers' mean, takes in",
  (_, base) => {
    const r = opening(base);
    const revenue = (vendor: string) => accountsOf(r, vendor, -1).revenue;
    const average = mean(r.vendorIds.map(revenue).filter((x) => x > 0));
    const onSale = (vendor: string) => r.productIds.some((id, j) => id.startsWith(`${vendor}.`) && r.product.live[j]);
    for (const vendor of playable(base)) {
      const { outlays, research } = accountsOf(r, vendor, -1);
      expect(outlays, vendor).toBeLessThanOrEqual(ABOUT * (onSale(vendor) ? revenue(vendor) : average));
      expect(research, vendor).toBeLessThanOrEqual(ABOUT * average);
    }
  },
);

it("is asked of every market but textbooks', whose buyers come and go", () => {
  const left = all.filter((base) => !markets.includes(base));
  expect(left.every((base) => !hasLastingUsers(base))).toBe(true);
  expect(left.length).toBeLessThan(all.length / 4);
});

describe("a vendor in proportion", () => {
  const base = small("level-field");
  const run = (over: Readonly<Record<string, unknown>> = {}) => playOn(patchScenario(base, over), game([], LEVEL));
  const LEVEL = { base: "level-field", seats: [{ vendor: "amber" }], quarters: 1 };
  const of = (r: Recording, vendor: string) => accountsOf(r, vendor, 0);

  it("is one that plays: rivals that the computer plays spend what the scenario says", () => {
    const r = run();
    expect(of(r, "amber").outlays).toBeLessThan(13 * 2.5e6);
    expect(of(r, "birch").outlays).toBeCloseTo(13 * 5e6, 0);
  });

  it("spends what the scenario says where that is less than it takes in", () => {
    expect(of(run({ "vendors.amber.outlays": 1e5 }), "amber").outlays).toBeCloseTo(13 * 1e5, 0);
  });

  it("gets as much for research as at the scenario's size, since the reference shrinks with the budget", () => {
    const often = patchScenario(base, { "vendors.amber.research.arrivals": 40 });
    const [played, written] = [playOn(often, game([], LEVEL)), simulate(often)];
    expect(of(played, "amber").research).toBeLessThan(of(written, "amber").research / 5);
    const quality = (r: Recording) => productSeries(r, "lnQuality", "amber.main").slice(0, 13);
    expect(quality(played)[12]).toBeGreaterThan(quality(played)[0]);
    expect(quality(played)).toEqual(quality(written));
  });
});
