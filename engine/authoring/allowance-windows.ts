import { type Window, WINDOWS } from "../scenario/tariff.ts";
import type { Finding } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import { isRecord } from "./leaf.ts";
import { numberOf } from "./numeral.ts";
import { isObject } from "./provenance.ts";
import { type Money, parseUnit, readAmount, type Unit } from "./units.ts";

/**
 * A free allowance that says over what it counts is tokens of that window, written with its unit of time or without:
 * `1 Mtok, every: day` and `1 Mtok/day, every: day` are one. Without `every` it is a rate, pooled over the week. Each
 * is put here into the unit of its field; one of another time than `every` is found, and read as of its window.
 */
export function windowedAllowances(tree: Record<string, unknown>, money: Money): Finding[] {
  const found: Finding[] = [];
  for (const [holder, path] of allowances(tree)) {
    const { every } = holder;
    if (typeof every !== "string" || !Object.hasOwn(WINDOWS, every)) continue;
    const own = isRecord(holder.quota) && typeof holder.quota.unit === "string" ? ` ${holder.quota.unit}` : "";
    const refuse = (text: Text) => found.push({ path: [...path, "quota"], text });
    const put = (raw: unknown) => ofWindow(raw, { own, every: every as Window, money, refuse });
    holder.quota = isRecord(holder.quota) ? recordOf(holder.quota, put) : put(holder.quota);
  }
  return found;
}

type Holder = readonly [Record<string, unknown>, Finding["path"]];

/** Free use of products, and of events that give it. */
function allowances(tree: Record<string, unknown>): Holder[] {
  const products = entries(tree.vendors).flatMap(([v, vendor]) =>
    entries(vendor.products).flatMap(([p, { free }]): Holder[] =>
      isObject(free) ? [[free, ["vendors", v, "products", p, "free"]]] : [],
    ),
  );
  const events = Array.isArray(tree.events) ? (tree.events as unknown[]) : [];
  const given = events.flatMap((event, k): Holder[] =>
    isObject(event) && event.kind === "allowance" ? [[event, ["events", k]]] : [],
  );
  return [...products, ...given];
}

const entries = (x: unknown): [string, Record<string, unknown>][] =>
  isObject(x) ? Object.entries(x).filter((e): e is [string, Record<string, unknown>] => isObject(e[1])) : [];

/** A value with its provenance, its unit put with its numbers. */
function recordOf(record: Record<string, unknown>, put: (raw: unknown) => unknown): Record<string, unknown> {
  const { unit: _, ...rest } = record;
  const range = Array.isArray(record.range) ? { range: record.range.map(put) } : {};
  return { ...rest, value: put(record.value), ...range };
}

interface Said {
  readonly own: string; // the record's unit, for a number that has none
  readonly every: Window;
  readonly money: Money;
  readonly refuse: (text: Text) => void;
}

function ofWindow(raw: unknown, { own, every, money, refuse }: Said): unknown {
  if (typeof raw !== "string" && (typeof raw !== "number" || own === "")) return raw;
  const text = String(raw).trim();
  const bare = readAmount(text, money, true);
  const whole = "why" in bare || bare.unit ? text : text + own;
  const amount = readAmount(whole, money, true);
  if ("why" in amount || !amount.unit) return raw;
  const { unit, numeral } = amount;
  const isRate = alike(unit, parseUnit(RATE, money));
  if (!isRate && !alike(unit, parseUnit("Mtok", money))) return raw;
  const tokens = numberOf(numeral, unit.ten);
  const window = isRate ? WINDOWS.day / unit.times : WINDOWS[every]; // [h]
  const times = WINDOWS[every] / window;
  if (Math.abs(times - 1) > 1e-9) refuse(contradiction(whole, every, Number((tokens * times).toPrecision(6))));
  return `${isRate ? tokens : tokens * unit.times} ${RATE}`;
}

const RATE = "Mtok/week"; // the unit of the field, whatever its window

const alike = (a: Unit, b: ReturnType<typeof parseUnit>): boolean =>
  !("why" in b) && a.dimensions.every((power, d) => power === b.dimensions[d]);

const contradiction = (text: string, every: Window, tokens: number): Text => ({
  en:
    `“${text}” is of another time than every: ${every}: write “${tokens} Mtok” for so much of each window, ` +
    "or leave every out for a rate pooled over the week",
  zh:
    `“${text}”与 every: ${every} 的周期不一致：每个周期的额度请写“${tokens} Mtok”；` +
    "若按单位时间计、在一周内合并计算，请去掉 every",
});
