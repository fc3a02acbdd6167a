import { z } from "zod";
import { perMeter } from "../price.ts";
import { compileFormula, FormulaError } from "../expression/formula.ts";
import type { Parameter, ParameterTable } from "../registry.ts";
import type { Text } from "../text/text.ts";
import { type Bounds, outside } from "./bounds.ts";
import { isDate } from "../scenario/dates.ts";
import { unknownName } from "../text/errors.ts";
import { type Issue, pathOfTime, valueOfFormula } from "./formula-values.ts";
import type { Series } from "../scenario/scenario.ts";
import { type Money, parseUnit, sameDimensions, splitQuantity } from "./units.ts";

/** What is known before the schema is applied, and what reading leaves behind. */
export interface Context {
  readonly money: Money;
  readonly parameters: Readonly<Record<string, number>>; // named numbers formulas may use
  readonly clock: { readonly start: string; readonly end: string } | null; // for formulas of time
  /** What each `{value, unit, source, ...}` record came to, in canonical units. */
  readonly records: Map<
    object,
    { readonly value: unknown; readonly unit: string; readonly range?: readonly [number, number] }
  >;
}

/** Makers of the schema's leaves: what arrives is converted, what is wrong is said in both languages. */
export type Builders = ReturnType<typeof builders>;

const RECORD_KEYS = ["value", "unit", "source", "note", "range"];

export function builders(context: Context) {
  /** What a field expects, in words. */
  function unitName(unit: string): Text {
    if (unit === "1") return { en: "a number", zh: "一个数" };
    const shown = unit.replaceAll("money", context.money.currency);
    return { en: `a number in ${shown}, like “2 ${shown}”`, zh: `以 ${shown} 计的数，例如“2 ${shown}”` };
  }

  /** One value, plain or in a record of provenance; `read` converts it. */
  function leaf<T>(kind: string, unit: string, read: (value: unknown, issue: Issue, unit?: string) => T | undefined) {
    return z
      .unknown()
      .transform((raw, ctx): T => {
        const issue: Issue = (text, path = []) =>
          ctx.issues.push({ code: "custom", input: raw, message: text.en, path: [...path], params: { text } });
        const before = ctx.issues.length;
        const value = isRecord(raw) ? readRecord(raw, read, issue, unit) : read(raw, issue);
        if (value === undefined && ctx.issues.length === before) issue({ en: "a value is missing", zh: "缺少值" });
        return (value === undefined ? z.NEVER : value) as T;
      })
      .meta({ leaf: kind, unit });
  }

  function readRecord<T>(
    raw: Record<string, unknown>,
    read: (value: unknown, issue: Issue, unit?: string) => T | undefined,
    issue: Issue,
    unit: string,
  ): T | undefined {
    for (const key of Object.keys(raw)) {
      if (!RECORD_KEYS.includes(key) && key !== "date")
        issue(unknownName({ en: "key", zh: "键" }, key, RECORD_KEYS), [key]);
    }
    const own = typeof raw.unit === "string" ? raw.unit : undefined;
    const value = read(raw.value, (text) => issue(text, ["value"]), own);
    const range =
      Array.isArray(raw.range) && raw.range.length === 2
        ? raw.range.map((x, k) => read(x, (text) => issue(text, ["range", k]), own))
        : undefined;
    if (raw.range !== undefined && !range)
      issue({ en: "a range is [low, high]", zh: "范围应写作 [下限, 上限]" }, ["range"]);
    if (value !== undefined) context.records.set(raw, { value, unit, range: range as [number, number] | undefined });
    return value;
  }

  function toNumber(raw: unknown, unit: string, bounds: Bounds, issue: Issue, own?: string): number | undefined {
    const value =
      typeof raw === "number"
        ? withUnit(raw, own ?? "", unit, issue)
        : typeof raw === "string"
          ? fromText(raw, own, unit, issue)
          : undefined;
    if (raw === undefined || raw === null)
      issue({ en: `missing: expected ${unitName(unit).en}`, zh: `缺少值：应为${unitName(unit).zh}` });
    else if (typeof raw !== "number" && typeof raw !== "string")
      issue({ en: `expected ${unitName(unit).en}`, zh: `应为${unitName(unit).zh}` });
    if (value === undefined) return undefined;
    const wrong = outside(value, bounds);
    if (!wrong) return value;
    issue({
      en: `${round(value)} is out of bounds: expected ${wrong.en}`,
      zh: `${round(value)} 超出范围：应${wrong.zh}`,
    });
    return undefined;
  }

  function fromText(text: string, own: string | undefined, unit: string, issue: Issue): number | undefined {
    if (text.trim().startsWith("=")) return valueOfFormula(text, context.parameters, issue);
    const split = splitQuantity(text);
    if (!split) {
      issue({
        en: `“${clip(text)}” is not a number; expected ${unitName(unit).en}`,
        zh: `“${clip(text)}”不是数，应为${unitName(unit).zh}`,
      });
      return undefined;
    }
    return withUnit(split[0], split[1] || own || "", unit, issue);
  }

  function withUnit(value: number, given: string, canonical: string, issue: Issue): number | undefined {
    if (!Number.isFinite(value)) {
      issue({ en: "expected a finite number", zh: "应为有限的数" });
      return undefined;
    }
    if (given === "") return value;
    const [from, to] = [parseUnit(given, context.money), parseUnit(canonical, context.money)];
    if (!from) {
      issue({
        en: `unknown unit “${clip(given)}”; expected ${unitName(canonical).en}`,
        zh: `未知单位“${clip(given)}”，应为${unitName(canonical).zh}`,
      });
      return undefined;
    }
    if (!to || !sameDimensions(from, to)) {
      issue({
        en: `wrong unit “${clip(given)}”; expected ${unitName(canonical).en}`,
        zh: `单位“${clip(given)}”不对，应为${unitName(canonical).zh}`,
      });
      return undefined;
    }
    // A product of a whole ratio stays exact: 30 d is 30, not 29.999...
    const ratio = from.factor / to.factor;
    return ratio < 1 && Number.isInteger(Math.round(1e6 / ratio) / 1e6) ? value / Math.round(1 / ratio) : value * ratio;
  }

  const quantity = (unit: string, bounds: Bounds) =>
    leaf<number>("quantity", unit, (raw, issue, own) => toNumber(raw, unit, bounds, issue, own));

  /** Scenario money per unit of another currency: `7.2`, or with its unit, `7.2 CNY/USD`. */
  const rate = () =>
    leaf<number>("quantity", "money", (raw, issue) => {
      const split = typeof raw === "number" ? [raw, ""] : splitQuantity(String(raw));
      const value = split ? Number(split[0]) : NaN;
      if (value > 0) return value;
      issue({ en: "expected a positive rate, like “7.2 CNY/USD”", zh: "应为正的汇率，例如“7.2 CNY/USD”" });
      return undefined;
    });

  function readSeries(raw: unknown, unit: string, bounds: Bounds, issue: Issue, own?: string): Series | undefined {
    if (typeof raw === "string" && raw.trim().startsWith("=")) {
      const { clock: span, parameters: scope } = context;
      if (!span) return undefined; // the clock's own errors are reported already
      const path = pathOfTime(raw, { scope, span, bounds, issue });
      return path === null ? toNumber(raw, unit, bounds, issue) : path;
    }
    if (!Array.isArray(raw)) return toNumber(raw, unit, bounds, issue, own);
    if (raw.length === 0) issue({ en: "a path needs at least one dated point", zh: "路径至少要有一个带日期的点" });
    const points = raw.map((point, k) => {
      const here: Issue = (text, path = []) => issue(text, [k, ...path]);
      if (!isRecord(point) || typeof point.date !== "string" || !isDate(point.date)) {
        here({ en: "expected {date: YYYY-MM-DD, value: ...}", zh: "应写作 {date: YYYY-MM-DD, value: ……}" });
        return undefined;
      }
      const value = readRecord(point, (x, report, u) => toNumber(x, unit, bounds, report, u), here, unit);
      return value === undefined ? undefined : { date: point.date, value };
    });
    if (points.length === 0 || points.some((p) => p === undefined)) return undefined;
    const known = points as { date: string; value: number }[];
    const late = known.findIndex((p, k) => k > 0 && p.date <= known[k - 1].date);
    if (late > 0) issue({ en: "dates must increase", zh: "日期必须递增" }, [late, "date"]);
    return { at: known.map((p) => p.date), value: known.map((p) => p.value) };
  }

  const series = (unit: string, bounds: Bounds) =>
    leaf<Series>("series", unit, (raw, issue, own) => readSeries(raw, unit, bounds, issue, own));

  const date = () =>
    leaf<string>("date", "", (raw, issue) => {
      if (typeof raw === "string" && isDate(raw)) return raw;
      issue({ en: "expected a date, YYYY-MM-DD", zh: "应为日期，格式 YYYY-MM-DD" });
      return undefined;
    });

  /** A product's first day on the market, or never. */
  const launch = () =>
    leaf<string>("launch", "", (raw, issue) => {
      if (raw === "never" || (typeof raw === "string" && isDate(raw))) return raw;
      issue({ en: "expected a date, YYYY-MM-DD, or never", zh: "应为日期（YYYY-MM-DD）或 never" });
      return undefined;
    });

  /** A short name: lower case, digits, hyphens and dots. */
  const id = () =>
    z
      .string()
      .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, { error: "a name has lower-case letters, digits, hyphens and dots" });

  /** A text in both languages; a plain string, in a scenario of the user's own, serves for both. */
  const text = () =>
    z
      .union([z.string().min(1).max(5000), z.strictObject({ en: z.string().max(5000), zh: z.string().max(5000) })])
      .transform((t): Text => (typeof t === "string" ? { en: t, zh: t } : { en: t.en, zh: closedUp(t.zh) }));

  /** A formula of given names, kept as text; the leading = of other formulas may be written or not. */
  const formula = (names: readonly string[]) =>
    leaf<string>("formula", "", (raw, issue) => {
      if (typeof raw !== "string") issue({ en: "expected a formula", zh: "应为公式" });
      else {
        try {
          return compileFormula(raw.trim().replace(/^=\s*/, ""), names).text;
        } catch (error) {
          if (!(error instanceof FormulaError)) throw error;
          issue(error.text);
        }
      }
      return undefined;
    });

  function parameter({ type, unit = "1", range, choices = [], names = [] }: Parameter): z.ZodType {
    const bounds = { min: range?.[0], max: range?.[1] };
    const kinds: Readonly<Record<Parameter["type"], () => z.ZodType>> = {
      number: () => quantity(unit, bounds),
      integer: () => quantity(unit, { ...bounds, integer: true }),
      boolean: () => z.boolean(),
      text: () => z.string().max(1000),
      choice: () => z.enum(choices as [string, ...string[]]),
      "by-tier": () => z.record(z.string(), quantity(unit, bounds)),
      schedule: () => z.array(z.strictObject({ date: date(), product: z.string(), price: prices() })),
      product: () => z.string(),
      vendor: () => z.string(),
      segment: () => z.string(),
      prices,
      formula: () => formula(names),
    };
    return kinds[type]();
  }

  /** New list prices; a meter left out keeps its price. */
  const prices = () => {
    const meter = () => quantity("money/Mtok", { min: 0 }).optional();
    return z.strictObject(perMeter(meter));
  };

  /** A plugin's own parameters: one with a default may be left out. */
  const plugin = (table: ParameterTable) =>
    z.strictObject(
      Object.fromEntries(
        Object.entries(table).map(([name, p]) => [
          name,
          p.default === undefined ? parameter(p) : parameter(p).optional(),
        ]),
      ),
    );

  return { id, text, date, launch, rate, quantity, series, plugin };
}

const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === "object" && x !== null && !Array.isArray(x) && Object.hasOwn(x, "value");

/** Chinese that YAML folded from several lines: no space between Han and Han, nor after full-width punctuation. */
const closedUp = (zh: string): string =>
  zh.replace(/([\u3001\u3002\uff01-\uff1f]) +|([\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/g, "$1$2");

const round = (x: number) => Number(x.toPrecision(6));
const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
