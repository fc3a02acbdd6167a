import { describe, expect, test } from "vitest";
import { gameScenario, quarterStart, readGame, type Round } from "../../engine/game/index.ts";
import { type MarketEvent, recordingFingerprint, type Scenario } from "../../engine/index.ts";
import type { Allowance } from "../../engine/scenario/vendor.ts";
import { standingOf } from "../../engine/game/standing.ts";
import { game, playOn, small } from "../support/games.ts";

test("a seat without a fleet of its own stands without one, and one with a fleet with its GPUs", () => {
  const base = small("china-2024");
  const played = game([]);
  const recording = playOn(base, played);
  expect(base.vendors.zhipu.fleet).toBeFalsy();
  expect(standingOf(base, recording, played, "zhipu").gpus).toBe(base.vendors.zhipu.fleet);
  const owning = { ...base, vendors: { ...base.vendors, zhipu: { ...base.vendors.zhipu, fleet: {} as never } } };
  expect(standingOf(owning, recording, played, "zhipu").gpus).toMatchObject({ fixed: null });
});

test("a product that comes on sale within the quarter says when, and takes its price before", () => {
  const base = small("china-2024");
  const [product] = Object.keys(base.vendors.bytedance.products);
  const launch = quarterStart(base, 1);
  const coming = {
    ...base,
    vendors: {
      ...base.vendors,
      bytedance: {
        ...base.vendors.bytedance,
        products: { [product]: { ...base.vendors.bytedance.products[product], launch } },
      },
    },
  };
  const seats = [{ vendor: "bytedance" }];
  const before = (rounds: readonly Round[]) => {
    const played = game(rounds, { seats });
    return standingOf(coming, playOn(coming, played), played, "bytedance").products[0];
  };
  expect(before([]).launches).toBe(null);
  expect(before([{}])).toMatchObject({ live: false, launches: launch });
  const price = { input: 0.8, output: 2 };
  expect(before([{}, { bytedance: { prices: { [product]: price } } }])).toMatchObject({
    live: true,
    launches: null,
    price,
  });
});

describe("a free allowance", () => {
  const china = small("china-2024");
  const { products } = china.vendors.zhipu;
  const withFree = (free: Allowance, events: Scenario["events"] = []): Scenario => ({
    ...china,
    events: [...china.events, ...events],
    vendors: {
      ...china.vendors,
      zhipu: { ...china.vendors.zhipu, products: { ...products, "glm-4": { ...products["glm-4"], free } } },
    },
  });
  const daily = withFree({ quota: 1, every: "day", beyond: "pay" });
  const told = (base: Scenario, played = game([])) => {
    const { free, every } = standingOf(base, playOn(base, played), played, "zhipu").products[0];
    return { free, every };
  };

  test("of a day is shown as one, and posted again it is the same market", () => {
    expect(told(daily)).toEqual({ free: 1, every: "day" });
    const [kept, posted] = [game([{}]), game([{ zhipu: { free: { "glm-4": 1 } } }])];
    expect(recordingFingerprint(playOn(daily, posted))).toBe(recordingFingerprint(playOn(daily, kept)));
    expect(told(daily, posted)).toEqual({ free: 1, every: "day" });
    expect(readGame(gameScenario(daily, posted))!.rounds).toEqual(posted.rounds);
  });

  test("that an event has changed stands as the event left it", () => {
    const event = { kind: "allowance", product: "zhipu.glm-4", date: china.clock.start, quota: 3, every: "month" };
    expect(told(withFree({ quota: 1, every: "day", beyond: "pay" }, [event as MarketEvent]))).toEqual({
      free: 3,
      every: "month",
    });
  });

  test("that only stops free use is none where one pays", () => {
    expect(told(withFree({ quota: 5, every: "week", beyond: "stop" })).free).toBe(0);
  });
});
