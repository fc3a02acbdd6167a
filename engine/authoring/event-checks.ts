import { dayNumber, isoDate } from "../scenario/dates.ts";
import type { MarketEvent, Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";

/** The first day of a run's last step: what comes later meets no step any more. */
export function lastStep({ start, end, tickDays }: Pick<Scenario["clock"], "start" | "end" | "tickDays">): string {
  const [first, last] = [dayNumber(start), dayNumber(end)];
  return isoDate(last - ((last - first) % tickDays));
}

/** Why nothing would come of an event on its date, or null. */
export function neverHappens({ clock, events }: Scenario, event: MarketEvent): Text | null {
  const { date } = event;
  const { start, end } = clock;
  if (date < start) return { en: `${date} is before the start, ${start}`, zh: `${date} 早于开始日 ${start}` };
  if (date > end) return { en: `${date} is after the end, ${end}`, zh: `${date} 晚于结束日 ${end}` };
  const last = lastStep(clock);
  if (date > last) return afterLastStep(date, last);
  const left = events.find((other) => other.date < date && isGone(other, event));
  return left ? hasLeft(left) : null;
}

/** Whether an earlier event has taken out for good what this one is about. */
function isGone(earlier: MarketEvent, { vendor, product }: MarketEvent): boolean {
  if (earlier.kind === "exit")
    return (
      earlier.vendor === vendor || (typeof product === "string" && product.startsWith(`${String(earlier.vendor)}.`))
    );
  return earlier.kind === "retire" && earlier.product === product;
}

export const afterLastStep = (date: string, last: string): Text => ({
  en: `${date} is after the last step, ${last}: nothing would come of it (a later end, or tickDays: 1)`,
  zh: `${date} 晚于最后一步 ${last}，不会产生任何影响（可推迟结束日，或设 tickDays: 1）`,
});

const hasLeft = ({ date, kind, vendor, product }: MarketEvent): Text => {
  const who = String(kind === "exit" ? vendor : product);
  return {
    en: `nothing would come of it: ${who} has left the market on ${date}`,
    zh: `不会产生任何影响：${who} 已于 ${date} 退出市场`,
  };
};
