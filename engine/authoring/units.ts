/**
 * Units as people write them, `1 USD/Mtok`, `14 d`, `-93.3 %`, `0.09 T/day`, turned into the canonical unit of a field.
 * A unit is one numerator and any number of denominators. Money, tokens, time and GPUs are the four dimensions.
 */
export interface Unit {
  readonly factor: number; // to base units: the scenario's currency, Mtok, days, GPUs
  readonly dimensions: Dimensions;
}

type Dimensions = readonly [money: number, tokens: number, time: number, gpus: number];

const NONE: Dimensions = [0, 0, 0, 0];
const MONEY: Dimensions = [1, 0, 0, 0];
const TOKENS: Dimensions = [0, 1, 0, 0];
const TIME: Dimensions = [0, 0, 1, 0];
const GPUS: Dimensions = [0, 0, 0, 1];

const atoms = new Map<string, Unit>();
const define = (dimensions: Dimensions, factor: number, ...names: string[]) => {
  for (const name of names) atoms.set(name, { factor, dimensions });
};

define(NONE, 1, "1");
define(NONE, 0.01, "%");
define(TOKENS, 1e-6, "token", "tokens", "tok");
define(TOKENS, 1e-3, "ktok", "千token");
define(TOKENS, 1, "Mtok", "百万token");
define(TOKENS, 1e3, "Gtok");
define(TOKENS, 1e6, "Ttok", "T", "万亿token");
define(TIME, 1 / 24, "h", "hour", "hours", "小时");
define(TIME, 1, "d", "day", "days", "天", "日");
define(TIME, 7, "w", "week", "weeks", "周");
define(TIME, 365 / 12, "month", "months", "月");
define(TIME, 365, "y", "year", "years", "年");
define(GPUS, 1, "GPU");

/** Money words and the currency each is in. */
const MONEY_WORDS: Readonly<Record<string, { currency: string; factor: number }>> = {
  元: { currency: "CNY", factor: 1 },
  厘: { currency: "CNY", factor: 0.001 },
  亿元: { currency: "CNY", factor: 1e8 },
  万元: { currency: "CNY", factor: 1e4 },
  美元: { currency: "USD", factor: 1 },
};

export interface Money {
  readonly currency: string;
  readonly fx: Readonly<Record<string, number>>; // scenario money per unit of another currency
}

/** The unit a text names, or null when some part of it is unknown (or a currency has no rate). */
export function parseUnit(text: string, money: Money): Unit | null {
  const [first, ...rest] = text.split("/").map((part) => part.trim());
  const parts = [first, ...rest].map((name) => atom(name, money));
  let factor = 1;
  const dimensions: [number, number, number, number] = [0, 0, 0, 0];
  for (const [k, part] of parts.entries()) {
    if (!part) return null;
    factor = k === 0 ? factor * part.factor : factor / part.factor;
    part.dimensions.forEach((power, d) => (dimensions[d] += k === 0 ? power : -power));
  }
  return { factor, dimensions };
}

function atom(name: string, { currency, fx }: Money): Unit | null {
  if (name === "money") return { factor: 1, dimensions: MONEY };
  const word = MONEY_WORDS[name] ?? (/^[A-Z]{3}$/.test(name) ? { currency: name, factor: 1 } : undefined);
  if (word && !atoms.has(name)) {
    const rate = word.currency === currency ? 1 : fx[word.currency];
    return rate === undefined ? null : { factor: word.factor * rate, dimensions: MONEY };
  }
  return atoms.get(name) ?? null;
}

export const sameDimensions = (a: Unit, b: Unit): boolean =>
  a.dimensions.every((power, d) => power === b.dimensions[d]);

/** A number and the unit behind it: "2 CNY/Mtok" is [2, "CNY/Mtok"], "5.76" is [5.76, ""]. Null for anything else. */
export function splitQuantity(text: string): [value: number, unit: string] | null {
  const match = /^\s*([+\-−]?(?:\d[\d_,]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/u.exec(text);
  if (!match) return null;
  const value = Number(match[1].replaceAll(/[_,]/g, "").replace("−", "-"));
  return Number.isFinite(value) ? [value, match[2].trim()] : null;
}
