import type { Clock, Scenario } from "../scenario/scenario.ts";
import { type Problem, ScenarioErrors } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import { exchangeRate } from "./exchange.ts";

/** Why an arm cannot be held against the baseline: it runs on other days, or its money has no rate to the other's. */
export function comparisonProblems(arm: Scenario, base: Scenario): Problem[] {
  const found = (path: string, text: Text): Problem => ({
    place: { file: arm.id, line: 0, column: 0 },
    path: [path],
    text,
  });
  const sameDays = (["start", "end", "tickDays"] as const).every((key) => arm.clock[key] === base.clock[key]);
  return [
    ...(sameDays ? [] : [found("clock", otherDays(arm.clock, base))]),
    ...(exchangeRate(arm, base) === null ? [found("currency", otherMoney(arm.currency, base))] : []),
  ];
}

/** @throws ScenarioErrors that name every arm which cannot be held against the first. */
export function checkComparable([base, ...others]: readonly Scenario[]): void {
  const problems = others.flatMap((arm) => comparisonProblems(arm, base));
  if (problems.length > 0) throw new ScenarioErrors(problems);
}

function otherDays(clock: Clock, { id, clock: base }: Scenario): Text {
  const said = {
    en: ({ start, end, tickDays }: Clock) => `${start} to ${end} in ticks of ${tickDays} d`,
    zh: ({ start, end, tickDays }: Clock) => `${start} 至 ${end}（步长 ${tickDays} 天）`,
  };
  return {
    en: `runs ${said.en(clock)}, ${id} ${said.en(base)}; only the same days can be compared: give both one clock`,
    zh: `运行于 ${said.zh(clock)}，而 ${id} 为 ${said.zh(base)}；只有日期相同才能对比，请让两者的 clock 一致`,
  };
}

const otherMoney = (currency: string, { id, currency: base }: Scenario): Text => ({
  en: `amounts are in ${currency}, those of ${id} in ${base}, and neither scenario states a rate (fx) between them`,
  zh: `金额以 ${currency} 计，${id} 以 ${base} 计，而两个情景都没有给出汇率（fx）`,
});
