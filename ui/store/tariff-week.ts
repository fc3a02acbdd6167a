import { HOURS, inWindow, WEEKDAYS, type Tariff } from "../../engine/index.ts";

type Windows = NonNullable<Tariff["hours"]>["windows"];

/** Factors on the list price by hour of the week, Monday 0 o'clock first; 1 is the list. */
export function weekOfFactors(hours: Tariff["hours"], listInput: number): number[] {
  return Array.from({ length: HOURS }, (_, hour) => {
    const window = hours?.windows.find((w) => inWindow(w, hour));
    if (!window) return 1;
    const input = window.price?.input;
    return window.times ?? (input !== undefined && listInput > 0 ? input / listInput : 1);
  });
}

/** The week as windows: hours of one factor in a row, days that are alike together. */
export function windowsOf(week: readonly number[]): Windows {
  const found = new Map<string, { days: (typeof WEEKDAYS)[number][]; from: number; to: number; times: number }>();
  WEEKDAYS.forEach((day, d) => {
    for (let from = 0; from < 24;) {
      const times = week[d * 24 + from];
      let to = from + 1;
      while (to < 24 && week[d * 24 + to] === times) to++;
      if (times !== 1) {
        const key = `${from} ${to} ${times}`;
        const same = found.get(key);
        if (same) same.days.push(day);
        else found.set(key, { days: [day], from, to, times });
      }
      from = to;
    }
  });
  return [...found.values()];
}
