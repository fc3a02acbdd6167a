export interface Tariff {
  readonly input: number;
  readonly output: number;
}

/** A product's list prices. Without a price of its own, input served from cache costs what input does. */
export interface ListPrice extends Tariff {
  readonly cachedInput?: number;
}

/** Weight of input in a product's blended price (three input tokens to one of output). */
export const INPUT_WEIGHT = 0.75;

export const blend = ({ input, output }: Tariff): number => INPUT_WEIGHT * input + (1 - INPUT_WEIGHT) * output;

/** Price lists are read by people: this many significant digits, nothing below a thousandth of a unit. */
export const DIGITS = 3;

/** Every vendor's decisions in plain steps: scales both meters alike, so that the ratio of output to input stays. */
export function scaled(tariff: Tariff, factor: number, digits = DIGITS): Tariff {
  return { input: postable(tariff.input * factor, digits), output: postable(tariff.output * factor, digits) };
}

export function postable(price: number, digits = DIGITS): number {
  if (price < 0.0005) return 0;
  let [step, most] = [0.001, 1];
  for (let k = 0; k < digits; k++) most *= 10;
  while (digits > DIGITS && price < (step * most) / 10) step /= 10; // finer lists go below a thousandth
  while (price >= step * most) step *= 10;
  const steps = Math.round(price / step);
  return step < 1 ? steps / Math.round(1 / step) : steps * step;
}

/** The least allowance there is [Mtok/week]: ratios to it stay numbers that a logarithm can take. */
export const ONE_TOKEN = 1e-6;
