import { describe, expect, test } from "vitest";
import type { Recording } from "../../engine/index.ts";
import { last, metric, users } from "../support/readings.ts";
import { simulate, variant } from "../support/scenarios.ts";

/** Nobody answers, so that both markets see the same prices. */
const held = ["zhipu", "bytedance", "alibaba", "baidu", "iflytek", "tencent"]
  .map((id) => `${id}: {strategy: {kind: hold}}`)
  .join(", ");

describe("multi-homing", () => {
  const homes = (share: number) => {
    const two = `{multihoming: {share: ${share}, volume: 0.4}}`;
    return variant(`vendors: {${held}}
demand: {segments: {developers: ${two}, enterprises: ${two}, bulk: ${two}}}`);
  };
  test("spreads tokens over vendors, counts each user once, and keeps total volume near", () => {
    const [single, multi] = [simulate(homes(0)), simulate(homes(1))];
    const hhi = (r: Recording) => last([...metric(r, "hhi")]);
    expect(hhi(multi)).toBeLessThan(hhi(single));
    expect(users(multi)).toBeCloseTo(users(single), 0);
    const volume = (r: Recording) => last([...metric(r, "tokens")]);
    expect(Math.abs(Math.log(volume(multi) / volume(single)))).toBeLessThan(0.2);
  });
});
