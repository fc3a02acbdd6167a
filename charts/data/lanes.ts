import {
  blendAs,
  type Language,
  type Meter,
  metrics,
  type Move,
  priceOf,
  type Recording,
  type Said,
  say,
  type Scenario,
  type TokenPrice,
} from "../../engine/index.ts";
import { FREE, list, listPrice } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { COMMA } from "../../words/punctuation.ts";
import { comparable, pick, type Run } from "./lines-of.ts";
import { type Ink, inkOf, type Mode } from "../theme/theme.ts";

/** A day on which a vendor moved list prices, or launched. */
export interface LanePoint {
  readonly id: string; // vendor@date
  readonly vendor: string;
  readonly tick: number;
  readonly date: string;
  /** set: scripted by the scenario or by hand; reaction: the model's; launch: a product came on the market. */
  readonly kind: "set" | "reaction" | "launch";
  readonly moves: readonly LaneMove[];
  readonly texts: readonly string[]; // what happened, the fullest wording first
}

export interface LaneMove {
  readonly product: string;
  readonly from: TokenPrice | null; // null: launched
  readonly to: TokenPrice;
  readonly meter: Meter;
}

/** One vendor's row on the event strip, with its gross margin. */
export interface Lane {
  readonly vendor: string;
  readonly name: string;
  readonly title: string;
  readonly ink: Ink;
  readonly points: readonly LanePoint[];
  readonly ghosts: readonly LanePoint[]; // where the baseline moved and this run does not
  readonly margin: Float64Array; // by tick; NaN without revenue
  readonly baseline?: Float64Array;
}

/** A list price in words, blended where it is of tokens. */
export const tariffText = (tariff: TokenPrice, meter: Meter, lang: Language): string =>
  listPrice(blendAs(meter, tariff), meter, lang);

export const meterOf = ({ meters, productIds }: Recording, product: string): Meter =>
  meters.product[productIds.indexOf(product)];

/** Lanes in order of first move: a cascade reads as a staircase. Vendors that never move come last. */
export function lanesOf(run: Run, lang: Language, mode: Mode, baseline?: Run): Lane[] {
  const { scenario, recording: r } = run;
  const margin = metrics.get("grossMargin").compute(r);
  const base = baseline && comparable(run, baseline) ? baseline : undefined;
  const baseMargin = base && metrics.get("grossMargin").compute(base.recording);
  const lanes = r.vendorIds.flatMap((vendor, v) => {
    if (Object.values(scenario.vendors[vendor].products).every((p) => p.reference)) return [];
    const points = pointsOf(run, vendor, lang);
    const at = base ? base.recording.vendorIds.indexOf(vendor) : -1;
    return [
      {
        vendor,
        name: vendorName(scenario, vendor, lang),
        title: say(scenario.vendors[vendor].name, lang),
        ink: inkOf(vendor, v, mode),
        points,
        ghosts:
          base && at >= 0 ? pointsOf(base, vendor, lang).filter((g) => !points.some((p) => p.date === g.date)) : [],
        margin: pick(margin, r.vendorIds.length, v),
        baseline: base && baseMargin && at >= 0 ? pick(baseMargin, base.recording.vendorIds.length, at) : undefined,
      },
    ];
  });
  const first = ({ points }: Lane) => points[0]?.tick ?? Infinity;
  return lanes.toSorted((a, b) => first(a) - first(b) || 0);
}

function pointsOf({ scenario, recording: r }: Run, vendor: string, lang: Language): LanePoint[] {
  const days = new Map<number, { kind: LanePoint["kind"]; moves: LaneMove[] }>();
  const at = (tick: number, kind: LanePoint["kind"]) => {
    const day = days.get(tick) ?? { kind, moves: [] };
    if (kind === "set") day.kind = kind;
    days.set(tick, day);
    return day.moves;
  };
  for (const [name, product] of Object.entries(scenario.vendors[vendor].products)) {
    const tick = product.launch && product.launch !== "never" ? r.dates.findIndex((d) => d >= product.launch!) : -1;
    if (tick >= 0)
      at(tick, "launch").push({
        product: `${vendor}.${name}`,
        from: null,
        to: priceOf(product.price),
        meter: meterOf(r, `${vendor}.${name}`),
      });
  }
  for (const move of r.moves)
    if (r.vendorIds[r.vendorOf[move.product]] === vendor) at(move.tick, kindOf(move)).push(ofMove(move, r));
  return [...days]
    .toSorted(([a], [b]) => a - b)
    .map(([tick, { kind, moves }]) => ({
      id: `${vendor}@${r.dates[tick]}`,
      vendor,
      tick,
      date: r.dates[tick],
      kind,
      moves,
      texts: wordings(scenario, moves, lang),
    }));
}

const kindOf = ({ rule }: Move): LanePoint["kind"] => (rule === "event" || rule === "scripted" ? "set" : "reaction");
const ofMove = ({ product, from, to }: Move, { productIds, meters }: Recording): LaneMove => ({
  product: productIds[product],
  from,
  to,
  meter: meters.product[product],
});

const areFree = {
  en: (names: string) => `${names} ${FREE.en}`,
  zh: (names: string) => `${names}${FREE.zh}`,
} satisfies Said<(names: string) => string>;

const launchAt = {
  en: (price: string) => `launch at ${price}`,
  zh: (price: string) => `以 ${price} 入场`,
} satisfies Said<(price: string) => string>;

/** The fullest wording first: the dearest paid move in numbers, what went free by name. */
function wordings(scenario: Scenario, moves: readonly LaneMove[], lang: Language): string[] {
  const paid = moves.filter((m) => blendAs(m.meter, m.to) > 0).toSorted(dearestFirst);
  const free = moves.filter((m) => blendAs(m.meter, m.to) === 0);
  const numbers = paid.map((m) => moveText(m, lang));
  const names = list(
    free.map((m) => productName(scenario, m.product, lang)),
    lang,
  );
  const comma = say(COMMA, lang);
  const gone = free.length === 0 ? [] : [say(areFree, lang)(names)];
  const short = free.length === 0 ? [] : [say(FREE, lang)];
  const more = paid.length > 1 ? [`+${paid.length - 1}`] : [];
  return [
    [...numbers, ...gone].join(comma),
    [...numbers.slice(0, 1), ...gone].join(comma) + (more.length > 0 ? ` ${more[0]}` : ""),
    [...numbers.slice(0, 1), ...short].join(comma),
    [...numbers.slice(0, 1), ...short][0] ?? "",
  ];
}

/** What is sold by the token before what is not: their prices cannot be compared. */
export const dearestFirst = (a: LaneMove, b: LaneMove): number =>
  Number(b.meter === "token") - Number(a.meter === "token") ||
  blendAs(b.meter, b.from ?? b.to) - blendAs(a.meter, a.from ?? a.to);

function moveText({ from, to, meter }: LaneMove, lang: Language): string {
  const now = tariffText(to, meter, lang);
  if (from === null) return say(launchAt, lang)(now);
  return `${tariffText(from, meter, lang)} → ${now}`;
}

/** Spans of ticks with a gross margin below zero. */
export function spansBelow(margin: Float64Array): [number, number][] {
  const spans: [number, number][] = [];
  for (let t = 0; t < margin.length; t++) {
    if (!(margin[t] < 0)) continue;
    const last = spans.at(-1);
    if (last && last[1] === t) last[1] = t + 1;
    else spans.push([t, t + 1]);
  }
  return spans.map(([from, to]) => [from, Math.min(to, margin.length - 1)]);
}
