import type { IsoDate } from "../engine/scenario/scenario.ts";
import type { Text } from "../engine/text/text.ts";
import { readHours } from "./hours.ts";
import type { PriceRow, Reading, WindowPrices } from "./row.ts";

/** One line of a file: a list, or prices that hold beyond a length, at some hours or up to a day. */
export interface Line {
  readonly row: PriceRow;
  readonly above: number; // [tokens]; 0: of any length
  readonly hours: string; // as the file says them, "" for all
  readonly until: IsoDate | null; // of a promotion
}

/**
 * Puts prices of some prompts, hours or days to the list that they differ from: that of the same product, currency and
 * day without them, or the off-peak one where every list has its hours. What has no such list is left out by name.
 */
export function joined(lines: readonly Line[], { rows, skipped }: Reading): void {
  const bases = [...grouped(lines.filter(isList), keyOf).values()].flatMap(basesOf);
  const open = new Map<Line, Open>(bases.map((line) => [line, opened(line)]));
  const byProduct = grouped(bases, product);
  for (const line of lines) {
    if (open.has(line)) continue;
    const base = baseOf(line, byProduct.get(product(line)) ?? []);
    const why = put(line, base && open.get(base));
    const { at, vendor, model } = line.row;
    if (why) skipped.push({ at, name: `${vendor} ${model}`, why });
  }
  for (const { row, steps, hours, promotions } of open.values())
    rows.push({ ...row, steps: steps.toSorted((a, b) => a.above - b.above), hours, promotions });
}

function grouped(lines: readonly Line[], by: (line: Line) => string): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = by(line);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

interface Open {
  readonly row: PriceRow;
  readonly steps: PriceRow["steps"][number][];
  readonly hours: WindowPrices[];
  readonly promotions: PriceRow["promotions"][number][];
}

const opened = ({ row }: Line): Open => ({
  row,
  steps: [...row.steps],
  hours: [...row.hours],
  promotions: [...row.promotions],
});

const isList = ({ above, until }: Line): boolean => above === 0 && until === null;
const product = ({ row: { vendor, model, product: id, currency } }: Line): string =>
  [vendor, model, id, currency].join("\n");
const keyOf = (line: Line): string => `${product(line)}\n${line.row.date ?? ""}`;

const OFF_PEAK = /off.?peak|low|valley|低谷|谷时|闲时|错峰|夜间/i;

/**
 * Of the lists of one product and day those that hold at all hours; where there is none, the one for the rest of the
 * week: whose hours are not said beside others whose are, or the off-peak one.
 */
function basesOf(all: readonly Line[]): readonly Line[] {
  const plain = all.filter(({ hours }) => hours === "");
  if (plain.length > 0) return plain;
  const unsaid = all.filter(({ hours, row }) => readHours(hours, row.currency) === null);
  const offPeak = (of: readonly Line[]) => of.filter(({ hours }) => OFF_PEAK.test(hours));
  const rest = [...offPeak(unsaid), ...(unsaid.length < all.length ? unsaid : []), ...offPeak(all)];
  return rest.slice(0, 1);
}

/** The list that a line differs from: of its own day, or for a promotion the last before it. */
function baseOf(line: Line, bases: readonly Line[]): Line | undefined {
  const own = bases.find((base) => base.row.date === line.row.date);
  if (own || line.until === null) return own;
  const day = ({ row }: Line) => row.date ?? "";
  const before = bases.filter((base) => line.row.date === null || day(base) <= day(line));
  return before.reduce<Line | undefined>((a, b) => (a && day(a) > day(b) ? a : b), undefined) ?? bases[0];
}

function put({ row, above, hours, until }: Line, base: Open | undefined): Text | null {
  const { price } = row;
  if (above > 0) {
    if (hours !== "" || until !== null) return STEP_WITHIN;
    if (base?.steps.some((step) => step.above === above)) return SAME_STEP;
    base?.steps.push({ above, price: { ...base.row.price, ...price } });
    return base ? null : NO_BASE;
  }
  if (until !== null) {
    base?.promotions.push({ from: row.date, until, price });
    return base ? null : NO_LIST;
  }
  const read = readHours(hours, row.currency);
  if (!read) return unsaid(hours);
  if (!base) return NO_OTHER_HOURS;
  if (base.hours.some(({ zone }) => zone !== read.zone)) return ZONES;
  base.hours.push(...read.windows.map((window) => ({ zone: read.zone, window, price })));
  return null;
}

const NO_BASE: Text = { en: "a step by length without its base price", zh: "长度分段缺少基础价" };
const SAME_STEP: Text = { en: "another step of the same length", zh: "同一长度已有分段" };
const STEP_WITHIN: Text = {
  en: "a step by length of some hours or days: write it as a tariff",
  zh: "只在某些时段或日期生效的长度分段：请写成价目规则",
};
const NO_LIST: Text = {
  en: "a promotion whose list price is not in the file",
  zh: "有截止日的促销，但文件里没有它的目录价",
};
const NO_OTHER_HOURS: Text = {
  en: "a price of some hours without one for the others",
  zh: "只有某些时段的价格，缺少其余时段的价格",
};
const ZONES: Text = { en: "hours of another time zone than its other hours", zh: "与其他时段所用的时区不同" };
const unsaid = (hours: string): Text => ({
  en: `“${hours}” says no whole hours; like weekdays 9-12, 14-18 UTC+8`,
  zh: `“${hours}”没有说明整点时段；写法如 工作日 9-12、14-18 北京时间`,
});
