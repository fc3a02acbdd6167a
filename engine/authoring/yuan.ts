import type { Money } from "./units.ts";

/** Yuan for one unit of other money: central parities of June 2024 (People's Bank of China), rounded. */
const PARITY: Readonly<Record<string, number>> = {
  CNY: 1,
  USD: 7.1,
  EUR: 7.7,
  GBP: 9.1,
  HKD: 0.91,
  JPY: 0.045,
  KRW: 0.0052,
  INR: 0.085,
  SGD: 5.3,
  CHF: 8,
  CAD: 5.2,
  AUD: 4.7,
};

/**
 * Amounts that a file may leave out are those of China in 2024. They are as much in any currency: by the file's own
 * rate where it has one, or else by the usual one; a currency that neither knows takes the number as it is.
 */
export const fromYuan = (amount: number, { currency, fx }: Money): number =>
  amount * (fx.CNY ?? 1 / (PARITY[currency] ?? 1));
