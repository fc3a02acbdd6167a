import { tickOf, type Time } from "../scenario/series.ts";
import type { MarketEvent, Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";

/** Credits and off-peak tariffs that begin on a date are events like any other. */
function datedOffers(vendors: Scenario["vendors"]): MarketEvent[] {
  return Object.entries(vendors).flatMap(([vendor, { credits, offPeak }]) => [
    ...(credits.from === null ? [] : [{ date: credits.from, kind: "credits", vendor, amount: credits.amount }]),
    ...(offPeak.from === null ? [] : [{ date: offPeak.from, kind: "off-peak", vendor, discount: offPeak.discount }]),
  ]);
}

/** Whether an event is about a product that never comes to market: nothing happens to it. */
function neverSold({ product }: MarketEvent, vendors: Scenario["vendors"]): boolean {
  if (typeof product !== "string") return false;
  const [vendor, ...rest] = product.split(".");
  return vendors[vendor]?.products[rest.join(".")]?.launch === "never";
}

/** Events by the tick they fall on, and a note of each that comes too late. */
export function eventsByTick(
  { events, clock, vendors }: Scenario,
  time: Time,
): { events: MarketEvent[][]; notes: Text[] } {
  const byTick: MarketEvent[][] = Array.from({ length: time.ticks }, () => []);
  const notes: Text[] = [];
  for (const event of [...events, ...datedOffers(vendors)]) {
    const tick = tickOf(event.date, time);
    if (neverSold(event, vendors))
      notes.push({
        en: `${event.date} ${event.kind}: ${String(event.product)} is never on sale, left out`,
        zh: `${event.date} ${event.kind}：${String(event.product)} 从未上市，已略去`,
      });
    else if (tick < time.ticks) byTick[tick].push(event);
    else
      notes.push({
        en: `${event.date} ${event.kind}: after the last tick of this run (${clock.end}), left out`,
        zh: `${event.date} ${event.kind}：晚于本次运行的最后一步（${clock.end}），已略去`,
      });
  }
  return { events: byTick, notes };
}
