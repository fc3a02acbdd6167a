import { exp, log, pow } from "../math/elementary.ts";
import type { Answers } from "../scenario/traffic.ts";
import { AS_LISTED, type Factors, type OpenTariff } from "./open-tariff.ts";
import type { PromptPoint } from "./prompts.ts";

/** Part of the work that goes the cheap way, where the dear one costs `ratio` times as much: 1 - ratio^(-1/cost). */
export function answering({ share, cost }: { readonly share: number; readonly cost: number }, ratio: number): number {
  if (share === 0 || !(ratio > 1)) return 0;
  return cost === 0 || ratio === Infinity ? share : share * (1 - exp(-log(ratio) / cost));
}

/** What prompts of one length come to. */
export interface PricedPrompt {
  readonly share: number; // of requests
  readonly tokens: number; // of the work [tokens]
  readonly sent: number; // tokens billed, once trimmed
  readonly factors: Factors;
}

/** Prompts by their bracket; those that cost more for their length get shorter, down to the step they are beyond. */
export function bracketed(
  { brackets }: OpenTariff,
  points: readonly PromptPoint[],
  { elasticity }: Answers["trim"],
  blend: (factors: Factors) => number,
): PricedPrompt[] {
  if (!brackets) return points.map(({ tokens, share }) => ({ share, tokens, sent: tokens, factors: AS_LISTED }));
  /** What is left of a prompt, by the step it is in. */
  const kept = brackets.factors.map((factors) => {
    const dearer = blend(factors);
    return elasticity > 0 && dearer > 1 ? pow(dearer, -elasticity) : 1;
  });
  return points.map(({ tokens, share }) => {
    const step = stepOf(brackets.above, tokens);
    const wanted = tokens * kept[step];
    const sent = step === 0 ? tokens : Math.max(wanted, Math.min(tokens, brackets.above[step - 1]));
    return { share, tokens, sent, factors: factorsAt(brackets, sent) };
  });
}

/** How many steps a prompt is beyond: one of exactly a step's length is not. */
function stepOf(above: readonly number[], tokens: number): number {
  let step = 0;
  while (step < above.length && tokens > above[step]) step++;
  return step;
}

/** Factors on all of a prompt's tokens: those of its step, or the mean over the steps it passes. */
export function factorsAt({ marginal, above, factors }: NonNullable<OpenTariff["brackets"]>, tokens: number): Factors {
  const step = stepOf(above, tokens);
  if (!marginal || step === 0) return factors[step];
  const mean = (id: keyof Factors) => {
    let sum = 0;
    for (let k = 0; k <= step; k++) {
      const from = k === 0 ? 0 : above[k - 1];
      sum += (Math.min(tokens, above[k] ?? Infinity) - from) * factors[k][id];
    }
    return sum / tokens;
  };
  return Object.fromEntries(Object.keys(factors[0]).map((id) => [id, mean(id as keyof Factors)])) as Factors;
}

/** A week's use by hour, once work that can wait has left each for the cheapest, the more the dearer its own is. */
export function shifted(
  use: Float64Array,
  { windowOf, price, least }: { windowOf: Int8Array; price: readonly number[]; least: number }, // by window, over list
  wait: { readonly share: number; readonly cost: number },
): Float64Array {
  const leaves = price.map((p) => answering(wait, p / least));
  const open = new Uint8Array(use.length);
  const after = use.slice();
  let moved = 0;
  for (let h = 0; h < use.length; h++) {
    const window = windowOf[h];
    if (price[window] === least) open[h] = 1;
    const leaving = use[h] * leaves[window];
    after[h] -= leaving;
    moved += leaving;
  }
  fill(after, open, moved);
  return after;
}

/**
 * Puts work into the hours open to it, lowest first, so that the valley fills evenly: what waits, waits for room.
 */
export function fill(week: Float64Array, open: Uint8Array, amount: number): void {
  if (amount <= 0) return;
  const hours = new Uint16Array(week.length).map((_, h) => h).filter((h) => open[h] === 1);
  hours.sort((a, b) => week[a] - week[b]);
  let level = 0;
  let below = 0; // sum of those already under the level
  for (let n = 1; n <= hours.length; n++) {
    below += week[hours[n - 1]];
    level = (below + amount) / n;
    if (n === hours.length || level <= week[hours[n]]) {
      for (let k = 0; k < n; k++) week[hours[k]] = level;
      return;
    }
  }
}
