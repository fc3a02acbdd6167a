import { expect, test } from "vitest";
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
