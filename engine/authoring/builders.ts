import { z } from "zod";
import { compileFormula, FormulaError } from "../expression/formula.ts";
import { perMeter } from "../price.ts";
import type { Parameter, ParameterTable } from "../registry.ts";
import { readDate } from "../scenario/read-date.ts";
import { readZone, type Zone } from "../scenario/zone.ts";
import { strategies } from "../strategies/index.ts";
import { chosen } from "./schema-leaves.ts";
import { tariff } from "./schema-tariff.ts";
import { repeated } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import type { Bounds } from "./bounds.ts";
import type { Context } from "./context.ts";
import { leaf, type Read } from "./leaf.ts";
import { noClock, noZone, readClock } from "./clock.ts";
import { toNumber } from "./quantity.ts";
import { datedRate, readRate } from "./rate.ts";
import { readSeries } from "./series.ts";
import { fromYuan } from "./usual-rates.ts";

/** Makers of the schema's leaves: what arrives is converted, what is wrong is said in both languages. */
export type Builders = ReturnType<typeof builders>;

export function builders(context: Context) {
  const make = <T>(kind: string, unit: string, read: Read<T>, bounds?: Bounds) =>
    leaf(kind, { unit, bounds, context }, read);
  const quantity = (unit: string, bounds: Bounds) =>
    make("quantity", unit, (raw, issue, own) => toNumber(raw, { unit, bounds, context }, issue, own), bounds);

  /** A rate for all time, or dated points, of which the first is taken here; `dated-rates.ts` has the others. */
  const rate = (name?: string) =>
    make<number>("series", "1", (raw, issue) => {
      const { currency } = context.money;
      const of = name ?? "USD";
      const refuse: Text = {
        en: `expected a positive rate, like “7.2”, “7.2 ${currency}/${of}” or “0.14 ${of}/${currency}”`,
        zh: `应为正的汇率，例如“7.2”“7.2 ${currency}/${of}”“0.14 ${of}/${currency}”`,
      };
      if (Array.isArray(raw)) return datedRate(raw, (x) => readRate(x, currency, name), refuse, issue);
      const value = readRate(raw, currency, name);
      if (value === null) issue(refuse);
      return value ?? undefined;
    });

  /** Scenario money per unit of other currencies; each must be the rate of the one that it is called by. */
  const rates = () =>
    z
      .object(Object.fromEntries(context.currencies.map((name) => [name, rate(name)])))
      .catchall(rate()) as unknown as z.ZodType<Readonly<Record<string, number>>>;

  const series = (unit: string, bounds: Bounds) =>
    make("series", unit, (raw, issue, own) => readSeries(raw, { unit, bounds, context }, issue, own), bounds);

  const date = () =>
    make<string>("date", "", (raw, issue) => {
      const day = readDate(raw);
      if (day === null) issue(noDate(raw));
      return day ?? undefined;
    });

  /** A product's first day on the market, or never. */
  const launch = () =>
    make<string>("launch", "", (raw, issue) => {
      const day = raw === "never" ? raw : readDate(raw);
      if (day === null) issue(noDate(raw, { en: ", or never", zh: "，或写 never" }));
      return day ?? undefined;
    });

  /** An hour of the day as hours, on the half hour: 9, 9.5, 09:30. */
  const clock = () =>
    make<number>("clock", "", (raw, issue) => {
      const hour = readClock(raw);
      if (hour === null) issue(noClock(raw));
      return hour ?? undefined;
    });

  /** Hours ahead of UTC, or a time zone by its name. */
  const zone = () =>
    make<Zone>("zone", "", (raw, issue) => {
      const read = readZone(raw);
      if (read === null) issue(noZone(raw));
      return read ?? undefined;
    });

  /** A formula of given names, kept as text; the leading = of other formulas may be written or not. */
  const formula = (names: readonly string[]) =>
    make<string>("formula", "", (raw, issue) => {
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
      schedule: () => z.array(entry()),
      product: () => z.string(),
      vendor: () => z.string(),
      segment: () => z.string(),
      prices,
      tariff: () => tariff(made),
      strategy: () => chosen(made, strategies, {}),
      formula: () => formula(names),
    };
    return kinds[type]();
  }

  /** A dated price or a change of prices, of one product, of a tier, or of all that the strategy prices. */
  const entry = () =>
    z.strictObject({
      date: date(),
      product: z.string().optional(),
      vendor: z.string().optional(),
      tier: z.string().optional(),
      price: prices().optional(),
      change: quantity("1", { min: -1 }).optional(),
      tariff: tariff(made).optional(),
    });

  /** List prices; a meter left out of new ones keeps its price. Which meter an arena bills by is checked afterwards. */
  const prices = () => {
    const meter = (unit: string) => quantity(unit, { min: 0 }).optional();
    return z.strictObject({
      ...perMeter(() => meter("money/Mtok")),
      month: meter("money/month"),
      second: meter("money/second"),
    });
  };

  /** An amount in scenario money that was meant in yuan. */
  const yuan = (amount: number): number => fromYuan(amount, context.money);

  /** A plugin's own parameters: one with a default may be left out. Defaults of money are of yuan. */
  const plugin = (table: ParameterTable) =>
    z.strictObject(
      Object.fromEntries(
        Object.entries(table).map(([name, p]) => {
          if (p.default === undefined) return [name, parameter(p)];
          const money = typeof p.default === "number" && p.unit?.startsWith("money") ? yuan(p.default) : p.default;
          return [name, money === p.default ? parameter(p).optional() : parameter(p).default(money)];
        }),
      ),
    );

  const made = { id, text, date, launch, clock, zone, rates, quantity, series, prices, plugin, yuan };
  return made;
}

function noDate(raw: unknown, or: Text = { en: "", zh: "" }): Text {
  const none = { en: `“${repeated(raw)}” is no day of the calendar`, zh: `“${repeated(raw)}”不是日历上的日期` };
  const what = raw === undefined ? { en: "missing", zh: "缺少日期" } : none;
  return {
    en: `${what.en}; expected a date, like 2024-05-15${or.en}`,
    zh: `${what.zh}，应写作 2024-05-15 或 2024年5月15日${or.zh}`,
  };
}

/** A short name: lower case, digits, hyphens and dots. */
const id = () =>
  z
    .string()
    .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, { error: "a name has lower-case letters, digits, hyphens and dots" });

/** A text in both languages; a plain string, in a scenario of the user's own, serves for both. */
const text = () =>
  z
    .union([z.string().min(1).max(5000), z.strictObject({ en: z.string().max(5000), zh: z.string().max(5000) })])
    .transform((t): Text => (typeof t === "string" ? { en: t, zh: t } : { en: t.en, zh: closedUp(t.zh) }))
    .meta({ leaf: "text", unit: "" });

/** Chinese that YAML folded from several lines: no space between Han and Han, nor after full-width punctuation. */
const closedUp = (zh: string): string =>
  zh.replace(/([\u3001\u3002\uff01-\uff1f]) +|([\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/g, "$1$2");
