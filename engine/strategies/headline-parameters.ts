import type { ParameterTable, ValuesOf } from "../registry.ts";
import type { Reasons } from "./strategy.ts";
import { band, fromDay, marginFloor, trust } from "./parameters.ts";

/** What every vendor has in common, and the four numbers in which vendors differ: lag, aim, challenger, free. */
export const parameters = {
  lag: {
    type: "number",
    unit: "days",
    default: 14,
    range: [0, 730],
    label: { en: "Reaction lag", zh: "反应时滞（天）" },
  },
  aim: {
    type: "number",
    unit: "1",
    default: 0,
    range: [-0.95, 5],
    label: { en: "First answer relative to what it aims at", zh: "首次回应相对目标价的偏离" },
  },
  challenger: {
    type: "number",
    unit: "1",
    default: 0,
    range: [0, 1],
    label: { en: "Challenger: part of the rest it gives off the flagship", zh: "挑战者：旗舰以外再让出的比例" },
    help: {
      en: "0: gives the part of its tier. 1: meets the record on every product but its flagships.",
      zh: "0 表示只让出本档的比例；1 表示除旗舰外全部追平最低价。",
    },
  },
  free: {
    type: "number",
    unit: "1",
    default: 0,
    range: [0, 1],
    label: { en: "Chance that an answer makes the light tier free", zh: "回应时把轻量档改为免费的概率" },
  },
  band,
  trust,
  fromDay,
  threshold: {
    type: "number",
    unit: "1",
    default: 0.4,
    range: [0, 5],
    label: { en: "Gap that calls for an answer (ln)", zh: "触发反应的价差（ln）" },
  },
  strength: {
    type: "number",
    unit: "1",
    default: 1,
    range: [0, 2],
    label: { en: "Reaction strength", zh: "反应力度" },
  },
  passThrough: {
    type: "by-tier",
    unit: "1",
    default: { flagship: 0.22, main: 0.43, long: 1, reasoning: 0.43, lite: 0.43 },
    range: [0, 2],
    label: { en: "Part of the gap closed, by tier", zh: "各档弥补价差的比例" },
  },
  lagSpread: {
    type: "number",
    unit: "1",
    default: 0.2,
    range: [0, 1],
    label: { en: "Spread of the lag (±)", zh: "时滞的波动（±）" },
  },
  offset: {
    type: "number",
    unit: "money/Mtok",
    default: 0.2,
    range: [1e-6, 100],
    label: { en: "Price below which differences stop mattering", zh: "低于此价差异不再重要" },
  },
  leastCut: {
    type: "number",
    unit: "1",
    default: 0.1,
    range: [0, 1],
    label: { en: "Smallest cut worth announcing", zh: "值得宣布的最小降幅" },
  },
  expectedFall: {
    type: "number",
    unit: "1/year",
    default: 0.7,
    range: [0, 5],
    label: { en: "Fall of its own cost that it expects (ln per year)", zh: "预期自身成本一年的降幅（ln）" },
  },
  marginFloor: marginFloor(-0.4),
  freeBelow: {
    type: "number",
    unit: "money/Mtok",
    default: 1.2,
    range: [0, 1e6],
    label: { en: "Record below which the light tier may go free", zh: "最低价低于此值时轻量档可能免费" },
  },
  returnDays: {
    type: "number",
    unit: "days",
    default: 30,
    range: [1, 100_000],
    label: {
      en: "Days to a second round for a vendor with half of the market",
      zh: "占一半市场的厂商平均多少天后再来一轮",
    },
  },
  rest: {
    type: "number",
    unit: "days",
    default: 45,
    range: [0, 10_000],
    label: { en: "Days after a move before a second round", zh: "动价后至少隔多少天才会再来一轮" },
  },
  returns: {
    type: "integer",
    unit: "1",
    default: 2,
    range: [0, 1000],
    label: { en: "Second rounds at most", zh: "最多再来几轮" },
  },
} as const satisfies ParameterTable;
export type Parameters = ValuesOf<typeof parameters>;

export const reasons = {
  headline: { en: "{x} undercut it in the headline", zh: "{x}的头条价把它比了下去" },
  launch: { en: "launched to meet {x}", zh: "对标{x}发布" },
  free: { en: "a light tier given away: rivals are almost free", zh: "对手已近免费，轻量档干脆免费" },
  round: { en: "second round: meets {x}", zh: "再来一轮，追平{x}" },
} as const satisfies Reasons;
export type Reason = keyof typeof reasons;
