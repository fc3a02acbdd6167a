const DAY_MS = 86_400_000;

/** A clock: hours ahead of UTC, or the name of a time zone (IANA), which may change its clock in spring and autumn. */
export type Zone = number | string;

/** Offsets as they were looked up, by zone and by the calendar week's Monday: asking takes longer than a bill does. */
const known = new Map<string, Map<number, number>>();

/** Hours a clock is ahead of UTC in the calendar week of a day (since 1970). A change counts from the next Monday. */
export function offsetOf(zone: Zone, day: number): number {
  if (typeof zone === "number") return zone;
  const monday = Math.floor((day + 3) / 7) * 7 - 3;
  const weeks = known.get(zone) ?? new Map<number, number>();
  known.set(zone, weeks);
  const offset = weeks.get(monday) ?? lookedUp(zone, monday);
  weeks.set(monday, offset);
  return offset;
}

function lookedUp(zone: string, day: number): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const name = format.formatToParts(day * DAY_MS).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return readOffset(name) ?? 0;
}

/** Whether a name is one of a time zone that this machine knows. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const zoneNames = (): string[] => Intl.supportedValuesOf("timeZone");

/** Hours of “UTC+8”, “GMT-05:30”, “+08:00”, “UTC”; null where it says none. */
export function readOffset(written: string): number | null {
  const [, named, sign, hours, minutes = "0"] =
    /^(utc|gmt)?\s*(?:([+-])(\d{1,2})(?::?(\d{2}))?)?$/i.exec(written.trim()) ?? [];
  if (hours === undefined) return named === undefined ? null : 0;
  const size = Number(hours) + Number(minutes) / 60;
  return sign === "-" ? -size : size;
}

/** Hours ahead of UTC (8, -5.5, “UTC+8”, “+05:30”), or a time zone's name; null where it is neither. */
export function readZone(raw: unknown): Zone | null {
  const offset = typeof raw === "string" ? (readOffset(raw) ?? numeral(raw)) : raw;
  if (typeof offset === "number") return offset >= -12 && offset <= 14 && (offset * 4) % 1 === 0 ? offset : null;
  return typeof offset === "string" && isZone(offset) ? offset : null;
}

const numeral = (text: string): number | string =>
  /^[+-]?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text.trim();

/** A clock as people write it: “UTC+8”, “UTC-5:30”, or the name of its zone. */
export function zoneText(zone: Zone): string {
  if (typeof zone === "string") return zone;
  const [size, sign] = [Math.abs(zone), zone < 0 ? "-" : "+"];
  const minutes = Math.round((size % 1) * 60);
  return `UTC${sign}${Math.floor(size)}${minutes === 0 ? "" : `:${minutes}`}`;
}
