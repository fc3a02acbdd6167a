import { describe, expect, test } from "vitest";
import {
  compile,
  isoDate,
  openMarket,
  patchScenario,
  type Recording,
  recordingFingerprint,
  tick,
} from "../../../engine/index.ts";
import { newRecording, record } from "../../../engine/recording/recorder.ts";
import type { PlayerMemory } from "../../../engine/strategies/player.ts";
import type { Model } from "../../../engine/index.ts";
import { duel, duelScenario, prices } from "../../support/duel.ts";
import { simulate } from "../../support/scenarios.ts";

const player = { kind: "player" };
const rival = { kind: "undercut", step: { main: 0.05 } };

/** A person who looks at the market every four weeks and prices a tenth below the rival, never under 1.02. */
function play(model: Model): Recording {
  const market = openMarket(model);
  const recording = newRecording(model);
  while (market.tick < model.ticks) {
    const memory = market.vendors[0].memory[0] as PlayerMemory | null;
    const price = Math.max(1.02, 0.9 * market.products.price.input[1]);
    if (memory && market.tick % 4 === 0)
      memory.queue.push({ day: market.day, product: "p", price: { input: price, output: price } });
    tick(model, market, () => record(model, market, recording));
  }
  return { ...recording, moves: market.moves };
}

describe("player", () => {
  test("without moves nothing happens, and a dated move happens on its date", () => {
    expect(duel({ strategies: [player, { kind: "hold" }] }).moves).toEqual([]);
    const moves = [{ date: "2024-02-01", product: "p", price: { input: 1.3 } }];
    const r = duel({ strategies: [{ ...player, moves }, { kind: "hold" }], tickDays: 1 });
    expect(prices(r, 0)[30]).toBe(1.5);
    expect(prices(r, 0)[31]).toBe(1.3);
    expect(r.product.priceOutput[31 * 2]).toBe(1.5); // a meter left out keeps its price
  });
  test("a game played is replayed to the bit from its list of moves", () => {
    const scenario = duelScenario({ strategies: [player, rival] });
    const played = play(compile(scenario));
    const own = played.moves.filter((m) => m.product === 0);
    expect(own.length).toBeGreaterThan(2);
    const moves = own.map((m) => ({
      date: isoDate(compile(scenario).startDay + 7 * m.tick),
      product: "p",
      price: m.to,
    }));
    const again = simulate(patchScenario(scenario, { "vendors.v0.strategy": { ...player, moves } }));
    expect(recordingFingerprint(again)).toBe(recordingFingerprint(played));
    const other = simulate(patchScenario(scenario, { "vendors.v0.strategy": { ...player, moves: moves.slice(1) } }));
    expect(recordingFingerprint(other)).not.toBe(recordingFingerprint(played));
  });
  test("a decision between two ticks takes effect at the next", () => {
    const moves = [{ date: "2024-01-10", product: "p", price: { input: 1.3, output: 1.3 } }];
    expect(prices(duel({ strategies: [{ ...player, moves }, { kind: "hold" }] }), 0).slice(0, 4)).toEqual([
      1.5, 1.5, 1.3, 1.3,
    ]);
  });
});
