import { isZone, type Zone } from "../engine/scenario/zone.ts";
import { type HourWindow, WEEKDAYS } from "../engine/scenario/tariff.ts";

/** Hours of the week at which a price holds, in the clock of one zone. */
interface Hours {
  readonly zone: Zone;
  readonly windows: readonly HourWindow[];
}

const DAYS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/weekdays?|workdays?|working days|工作日|平日/, [0, 1, 2, 3, 4]],
  [/weekends?|周末/, [5, 6]],
  [/daily|every ?day|每天|每日|全周/, [0, 1, 2, 3, 4, 5, 6]],
];
const DAY = /mon|tue|wed|thu|fri|sat|sun|(?:周|星期|礼拜)[一二三四五六日天]/g;
const DAY_RANGE = /[a-z一二三四五六日天](?:-|to|至|到)(?:mon|tue|wed|thu|fri|sat|sun|周|星期|礼拜)/;
const CHINESE = "一二三四五六日";
const RANGE = /(\d{1,2})(?:[:点时](\d{2})?分?)?(?:-|to|至|到)(?:次日|翌日|next day)?(\d{1,2})(?:[:点时](\d{2})?分?)?/;

/**
 * Reads “weekdays 9-12, 14-18 UTC+8”, “22:00–08:00”, “周一至周五 9点到12点（北京时间）”. Where no zone is named it is
 * Beijing for yuan and UTC for others. Null where it says no hours, or hours that are not whole in any zone.
 */
export function readHours(written: string, currency: string): Hours | null {
  const text = written
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\d{4}-\d{1,2}-\d{1,2}/g, "")
    .replaceAll(/[–—~～]/g, "-")
    .replaceAll(/\s*(-|to|至|到)\s*/g, "$1");
  const zone = zoneNamed(written) ?? zoneOf(text) ?? (currency === "CNY" ? 8 : 0);
  let days: readonly number[] = DAYS[2][1];
  const found = withoutZone(text)
    .split(/[,;、，；/]| and |和/)
    .flatMap((piece) => {
      const said = daysOf(piece);
      days = said ?? days;
      const [, from, fromMinute = "0", to, toMinute = "0"] = RANGE.exec(piece.replaceAll(DAY, "")) ?? [];
      if (from === undefined) return said && !/\d/.test(piece) ? [{ days, from: 0, to: 24, minutes: [] }] : [];
      return [{ days, from: Number(from), to: Number(to), minutes: [Number(fromMinute), Number(toMinute)] }];
    });
  const minutes = new Set(found.flatMap((w) => w.minutes));
  if (found.length === 0 || minutes.size > 1 || found.some((w) => w.from > 24 || w.to > 24 || w.from === w.to))
    return null;
  const [late = 0] = minutes; // hours that begin and end at half past are whole half a zone away
  const apart = typeof zone === "number" ? 0 : late / 60;
  const windows = found.map((w) => ({ days: w.days.map((d) => WEEKDAYS[d]), from: w.from + apart, to: w.to + apart }));
  return { zone: typeof zone === "number" ? zone - late / 60 : zone, windows };
}

const ZONE = /(?:utc|gmt)([+-]\d{1,2}(?:\.\d+)?)?(?::?(30|45))?/;

function zoneOf(text: string): number | null {
  if (/beijing|shanghai|北京|东八区|\bcst\b/.test(text)) return 8;
  const [zone, hours, minutes = "0"] = ZONE.exec(text) ?? [];
  if (zone === undefined) return /\d{2}z\b/.test(text) ? 0 : null;
  const whole = Number(hours ?? 0);
  return whole + (Math.sign(whole) * Number(minutes)) / 60;
}

const NAMED = /[a-z]+\/[a-z_]+(?:\/[a-z_]+)?/gi;

/** A time zone that a text calls by its name. */
const zoneNamed = (text: string): string | null => text.match(NAMED)?.find(isZone) ?? null;

const withoutZone = (text: string): string => text.replaceAll(NAMED, "").replace(ZONE, "");

/** Days that a text names: some, or from one to another; null where it names none. */
function daysOf(text: string): readonly number[] | null {
  const group = DAYS.find(([pattern]) => pattern.test(text));
  if (group) return group[1];
  const named = text.match(DAY)?.map(dayOf) ?? [];
  if (named.length !== 2 || !DAY_RANGE.test(text)) return named.length > 0 ? named : null;
  const [first, last] = named;
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, k) => (first + k) % 7);
}

function dayOf(name: string): number {
  const english = WEEKDAYS.findIndex((day) => day === name);
  return english >= 0 ? english : Math.min(6, CHINESE.indexOf(name.at(-1)!.replace("天", "日")));
}

const timeText = (hour: number): string => (hour % 1 === 0 ? String(hour) : `${Math.floor(hour)}:30`);

/** The same in words that are read back: “mon fri 9-12 UTC+8”. */
export function hoursText({ days, from, to }: HourWindow, zone: Zone): string {
  const named = days.length === 7 ? "daily" : days.join(" ");
  const clock = typeof zone === "number" ? `UTC${zone < 0 ? "" : "+"}${zone}` : zone;
  return `${named} ${timeText(from)}-${timeText(to)} ${clock}`;
}
