import { HOURS, inWindow, type PriceChange, type Tariff, WEEKDAYS } from "../../engine/index.ts";

type Hours = Tariff["hours"];
type Windows = NonNullable<Hours>["windows"];

/** What one slot of the week changes on the list; null: nothing. */
type Change = PriceChange | null;

/** How many slots an hour has: two where a window begins or ends at half past. */
export const slotsOf = (hours: Hours): 1 | 2 =>
  hours?.windows.some(({ from, to }) => from % 1 !== 0 || to % 1 !== 0) ? 2 : 1;

/** The week slot by slot, Monday 0 o'clock first. Of windows that overlap the first counts. */
export function weekOf(hours: Hours, perHour: 1 | 2): Change[] {
  return Array.from({ length: HOURS * perHour }, (_, slot) => {
    const window = hours?.windows.find((w) => inWindow(w, slot / perHour));
    if (!window) return null;
    const { days: _days, from: _from, to: _to, ...change } = window;
    return change;
  });
}

/** A change as a factor on the list price of input. */
export function factorOf(change: Change, listInput: number): number {
  const input = change?.price?.input;
  return change?.times ?? (input !== undefined && listInput > 0 ? input / listInput : 1);
}

/** The week as windows: slots of one change in a row, days that are alike together. */
export function windowsOf(week: readonly Change[]): Windows {
  const perDay = week.length / WEEKDAYS.length;
  const said = week.map((change) => (change && change.times !== 1 ? JSON.stringify(change) : ""));
  const found = new Map<string, Windows[number] & { readonly days: (typeof WEEKDAYS)[number][] }>();
  WEEKDAYS.forEach((day, d) => {
    for (let from = d * perDay; from < (d + 1) * perDay;) {
      let to = from + 1;
      while (to < (d + 1) * perDay && said[to] === said[from]) to++;
      const [begin, end] = [from, to].map((slot) => ((slot - d * perDay) * 24) / perDay);
      const key = `${begin} ${end} ${said[from]}`;
      const same = found.get(key);
      if (same) same.days.push(day);
      else if (said[from] !== "") found.set(key, { days: [day], from: begin, to: end, ...week[from] });
      from = to;
    }
  });
  return [...found.values()];
}
