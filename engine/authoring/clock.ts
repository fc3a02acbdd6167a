import { zoneNames } from "../scenario/zone.ts";
import { repeated, suggestion } from "../text/errors.ts";
import type { Text } from "../text/text.ts";

/** An hour of the day on the half hour, from 0 to 24: 9, 9.5, “9:30”, “9点半”; null where it is none. */
export function readClock(raw: unknown): number | null {
  const hour = typeof raw === "string" ? ofWords(raw) : raw;
  if (typeof hour !== "number" || !(hour >= 0 && hour <= 24) || (hour * 2) % 1 !== 0) return null;
  return hour;
}

function ofWords(text: string): number {
  const [, hours, minutes = "0"] = /^(\d{1,2}(?:\.5)?)(?:[:：点时](\d{2}|半)?分?)?$/.exec(text.trim()) ?? [];
  return hours === undefined ? NaN : Number(hours) + (minutes === "半" ? 0.5 : Number(minutes) / 60);
}

export const noClock = (raw: unknown): Text => ({
  en: `“${repeated(raw)}” is no hour: prices change on the hour or at half past, from 0 to 24, like 9 or 00:30`,
  zh: `“${repeated(raw)}”不是可用的钟点：价格在整点或半点变动，取 0 至 24，例如 9 或 00:30`,
});

export function noZone(raw: unknown): Text {
  const near = typeof raw === "string" && /[a-z]/i.test(raw) ? suggestion(raw, zoneNames()) : { en: "", zh: "" };
  return {
    en:
      `“${repeated(raw)}” is no time zone; expected hours ahead of UTC, like 8 or -5.5, ` +
      `or a name like Asia/Shanghai${near.en}`,
    zh: `“${repeated(raw)}”不是时区：应写比 UTC 早几小时（如 8、-5.5），或时区名（如 Asia/Shanghai）${near.zh}`,
  };
}
