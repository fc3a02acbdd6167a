import { describe, expect, test } from "vitest";
import { drawOnPurses } from "../../engine/finance/purse.ts";
import type { Market, Model } from "../../engine/model/market.ts";

/** One vendor, whose parent has a purse; what it has afterwards. */
function drawn(state: Partial<Market["vendors"][number]>) {
  const vendors = [{ alive: true, cash: -1, purse: 100, profit: -10, ...state }];
  drawOnPurses({ vendors: [{ index: 0 }] } as unknown as Model, { vendors } as unknown as Market);
  return [vendors[0].cash, vendors[0].purse];
}

describe("a parent fills its subsidiary's cash", () => {
  test("to four weeks of its losses beyond what it owes", () => expect(drawn({})).toEqual([40, 59]));
  test("to nothing more where it earns", () => expect(drawn({ profit: 5 })).toEqual([0, 99]));
  test("with what is left in the purse, to its last cent", () => {
    expect(drawn({ purse: 3 })).toEqual([2, 0]);
    expect(drawn({ purse: 0.5 })).toEqual([-0.5, 0]);
    expect(drawn({ cash: -0.5, profit: 0 })).toEqual([0, 99.5]);
  });
  test("not while it has cash, nor once it is gone, nor out of an empty purse", () => {
    expect(drawn({ cash: 0 })).toEqual([0, 100]);
    expect(drawn({ alive: false })).toEqual([-1, 100]);
    expect(drawn({ purse: 0 })).toEqual([-1, 0]);
  });
});
