import type { Text } from "../text/text.ts";
import type { Located } from "./located.ts";
import { readRate } from "./rate.ts";
import type { Money } from "./units.ts";

/** Roughly, what one of a currency was worth in dollars over 2024 to 2026. */
const WORTH: Readonly<Record<string, number>> = {
  USD: 1,
  CNY: 0.14,
  EUR: 1.1,
  GBP: 1.3,
  HKD: 0.128,
  JPY: 0.0066,
  KRW: 0.00072,
  INR: 0.012,
  SGD: 0.75,
  CAD: 0.72,
  AUD: 0.66,
};

/**
 * Amounts that a file may leave out are those of China in 2024. They are as much in any currency: by the file's own
 * rate where it has one, or else by the usual one; a currency that neither knows takes the number as it is.
 */
export const fromYuan = (amount: number, { currency, fx }: Money): number =>
  amount * (fx.CNY ?? WORTH.CNY / (WORTH[currency] ?? WORTH.CNY));

const FAR = 3; // times: none of these has moved so far within years

/** Rates of a file far from what is usual, or else from its first: most often written the other way round. */
export function rateDoubts(file: Located): Text[] {
  const { currency, fx } = Object.fromEntries(file.map ?? []);
  const own = typeof currency?.value === "string" ? currency.value : "CNY";
  return [...(fx?.map ?? [])].flatMap(([name, node]) => {
    const points = (node.list ?? [node]).map((point) => point.map?.get("value") ?? point);
    const rates = points.map(({ value }) => readRate(value, own, name));
    const usual = own in WORTH && name in WORTH ? WORTH[name] / WORTH[own] : rates[0];
    return points.flatMap(({ place }, k) => {
      const doubt = doubtOf(rates[k], usual, `${own}/${name}`);
      const where = place.line > 0 ? `${place.file}:${place.line}:${place.column}` : place.file;
      return doubt ? [{ en: `${where}  ${doubt.en}`, zh: `${where}  ${doubt.zh}` }] : [];
    });
  });
}

function doubtOf(rate: number | null, usual: number | null, unit: string): Text | null {
  if (rate === null || usual === null || (rate / usual < FAR && usual / rate < FAR)) return null;
  const [read, wont] = [rate, usual].map((x) => `${Number(x.toPrecision(3))} ${unit}`);
  const isInverse = rate * usual < FAR && rate * usual > 1 / FAR;
  const meant = `${Number(rate.toPrecision(4))} ${unit.split("/").toReversed().join("/")}`;
  const turn = isInverse
    ? { en: `; if it is the other way round, write “${meant}”`, zh: `；若写反了，请写成“${meant}”` }
    : NO;
  return {
    en: `a rate of ${read}, where about ${wont} is usual${turn.en}`,
    zh: `汇率 ${read}，而通常约为 ${wont}${turn.zh}`,
  };
}

const NO: Text = { en: "", zh: "" };
