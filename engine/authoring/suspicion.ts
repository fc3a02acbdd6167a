import type { Text } from "../text/text.ts";

/** Beyond these a bare number was probably written in another unit. */
interface Usual {
  readonly low: number;
  readonly high: number;
  readonly tooLow: readonly (readonly [below: number, unit: string])[]; // the first that fits
  readonly tooHigh: string;
}

const USUAL: Readonly<Record<string, Usual>> = {
  "money/Mtok": {
    low: 0.005,
    high: 20_000,
    tooLow: [
      [1e-4, "money/token"],
      [0.005, "money/ktok"],
    ],
    tooHigh: "money/Gtok",
  },
  "money/GPU/h": { low: 0.01, high: 2000, tooLow: [[0.01, "money/GPU/s"]], tooHigh: "money/GPU/year" },
  "Mtok/week": { low: 0, high: 1e6, tooLow: [], tooHigh: "tokens/week" },
};

/** What a bare number far outside its field's usual range was probably meant to be; null where nothing is odd. */
export function suspicion(value: number, unit: string, currency: string): Text | null {
  const usual = USUAL[unit];
  if (!usual || value === 0 || (value >= usual.low && value <= usual.high)) return null;
  const meant = value > usual.high ? usual.tooHigh : usual.tooLow.find(([below]) => value < below)?.[1];
  if (value < 0 || meant === undefined) return null;
  const [own, other] = [unit, meant].map((u) => u.replace("money", currency));
  return {
    en: `${value} is read as ${value} ${own}, which is unusual; if it is per another unit, say so: “${value} ${other}”`,
    zh: `${value} 按 ${value} ${own} 读，这很不寻常；若另有单位，请写明，例如“${value} ${other}”`,
  };
}
