import type { MeterId } from "../price.ts";
import { type Asked, mean, stages, type Stages } from "./integrate.ts";
import type { Factors, OpenTariff } from "./open-tariff.ts";
import { monthlyBill } from "./spend.ts";

/** One line of a bill. */
export interface BillLine {
  readonly meter: MeterId;
  readonly above: number; // the bracket: prompts, or parts of them, beyond so many tokens
  readonly window: number; // of the tariff's hours, in its order; -1: none of them
  readonly batch: boolean;
  readonly tokens: number; // billed [Mtok]
  readonly price: number; // [money/Mtok]
  readonly amount: number; // [money]
}

/** What is asked of a product [Mtok]. */
export interface Work {
  readonly input: number;
  readonly output: number;
}

export interface Bill {
  readonly lines: readonly BillLine[];
  readonly pieces: number; // requests, calls, images [money]
  readonly terms: number; // what terms by volume add, or take off [money]
  readonly total: number; // [money]
}

/**
 * The bill for so much work [Mtok], line by line: meters, brackets, hours, batch. Its lines add up to the tokens and
 * the money that `integrate` says, which is how buyers in a market are billed. Terms by volume take the work for a
 * buyer's month.
 */
export function billFor(tariff: OpenTariff, asked: Asked, work: Work): Bill {
  const met = stages(tariff, asked);
  const billed = {
    input: (work.input * tariff.tokenizer * met.sent) / met.length,
    output: work.output * tariff.tokenizer,
  };
  const { cached, written } = met;
  const parts: readonly (readonly [MeterId, number])[] = [
    ["input", billed.input * (1 - cached - written)],
    ["cached", billed.input * cached],
    ["cacheWrite", billed.input * written],
    ["output", billed.output],
  ];
  const lines = parts.flatMap(([meter, tokens]) => (tokens > 0 ? meterLines(tariff, met, meter, tokens) : []));
  const pieces = billed.input * met.pieces;
  const listed = lines.reduce((sum, { amount }) => sum + amount, pieces);
  const total = tariff.volume ? monthlyBill(tariff.volume.terms, listed) : listed;
  return { lines, pieces, terms: total - listed, total };
}

function meterLines(tariff: OpenTariff, met: Stages, meter: MeterId, tokens: number): BillLine[] {
  const { hours, batch, list } = met;
  const windows = hours.parts.map((part, w) => ({
    part: part * (1 - batch),
    window: w === hours.parts.length - 1 ? -1 : w,
    batch: false,
    factor: w === hours.parts.length - 1 ? 1 : tariff.hours!.factors[w][meter],
  }));
  const modes = batch > 0 ? [...windows, { part: batch, window: -1, batch: true, factor: tariff.batch! }] : windows;
  return stepsOf(tariff, met, meter).flatMap(({ above, part, factor }) =>
    modes
      .filter((mode) => mode.part > 0 && part > 0)
      .map((mode): BillLine => {
        const amountOf = tokens * part * mode.part;
        const price = list[meter] * factor * mode.factor;
        return {
          meter,
          above,
          window: mode.window,
          batch: mode.batch,
          tokens: amountOf,
          price,
          amount: amountOf * price,
        };
      }),
  );
}

interface Step {
  readonly above: number;
  readonly part: number; // of a meter's tokens
  readonly factor: number;
}

/** A meter's tokens by bracket: of whole prompts, or of the parts of prompts that lie within each step. */
function stepsOf({ brackets }: OpenTariff, met: Stages, meter: MeterId): Step[] {
  if (!brackets) return [{ above: 0, part: 1, factor: 1 }];
  const edges = [0, ...brackets.above];
  const length = (p: Stages["prompts"][number]) => (meter === "output" ? p.tokens : p.sent);
  const all = mean(met.prompts, length);
  return brackets.factors.map((factors: Factors, k): Step => {
    const [from, to] = [edges[k], edges[k + 1] ?? Infinity];
    const within = (p: Stages["prompts"][number]): number => {
      if (brackets.marginal) return (length(p) * Math.max(0, Math.min(p.sent, to) - from)) / p.sent;
      return p.sent > from && p.sent <= to ? length(p) : 0;
    };
    return { above: from, part: mean(met.prompts, within) / all, factor: factors[meter] };
  });
}
