import { expect, test } from "vitest";
import { recordingFingerprint } from "../../../engine/index.ts";
import { simulate, variant } from "../../support/scenarios.ts";

const quotaFromMay = (quota: number) =>
  variant(`
clock: {end: 2024-06-30}
demand: {agents: 300}
events:
  - {kind: allowance, date: 2024-04-08, product: alibaba.qwen-turbo, quota: 2}
  - {kind: allowance, date: 2024-05-06, product: alibaba.qwen-turbo, quota: ${quota}}
`);

test("an allowance of less than one token a week is none: no product begins with it", () => {
  const given = (quota: number) => variant(`vendors: {alibaba: {products: {qwen-turbo: {free: {quota: ${quota}}}}}}`);
  expect(() => given(1e-9)).toThrow(/at least 0\.000001/);
  expect(() => given(1e-6)).not.toThrow();
});

test("an event that leaves less than one token a week ends the allowance, as 0 does", () => {
  const [none, almost, some] = [0, 1e-9, 0.1].map((quota) => recordingFingerprint(simulate(quotaFromMay(quota))));
  expect(almost).toBe(none);
  expect(some).not.toBe(none);
});
