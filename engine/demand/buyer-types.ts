import { sum } from "../math/sum.ts";
import type { DemandSystem } from "../equilibrium/demand-system.ts";
import { logitChoice, logSum } from "../equilibrium/logit.ts";
import { mixtureOf } from "../equilibrium/mixed-logit.ts";
import { stateDependentDemand } from "../equilibrium/state-dependent.ts";
import type { UnitLogit } from "../scenario/scenario.ts";
import type { Finding } from "../text/errors.ts";

/** A kind of buyers of the textbook market, alike but for their tastes. */
export interface BuyerType {
  readonly share: number; // of all buyers
  readonly appeal: Float64Array; // by product [money]
  readonly mu: number; // [money]
  readonly outside: number; // [money]
  readonly loyalty: number; // what the product bought last is worth more [money]
}

/** A scenario's kinds of buyers: those it names, or one of all. */
export function buyerTypes(demand: UnitLogit, products: readonly { readonly id: string; readonly appeal: number }[]) {
  const plain = { share: 1, mu: null, a0: null, loyalty: null, appeal: {} as Readonly<Record<string, number>> };
  const named = Object.values(demand.types);
  return (named.length > 0 ? named : [plain]).map(({ share, mu, a0, loyalty, appeal }): BuyerType => ({
    share,
    appeal: Float64Array.from(products, (p) => appeal[p.id] ?? p.appeal),
    mu: mu ?? demand.mu,
    outside: a0 ?? demand.a0,
    loyalty: loyalty ?? demand.loyalty,
  }));
}

/** Shares by what was bought last, each product and last nothing, and how often that was. */
interface Chosen {
  readonly shares: Float64Array; // of the type
  readonly surplus: number; // over buying nothing [money]
}

/**
 * What a type buys at prices paid, by what it bought before; at first nobody has bought. `worth` is what each product
 * is worth more to everybody, as its network has it.
 */
export function buy(type: BuyerType, paid: Float64Array, worth: Float64Array, before: Float64Array): Chosen {
  const { appeal, mu, outside, loyalty } = type;
  const plain = paid.map((p, j) => (appeal[j] + worth[j] - p) / mu);
  const shares = new Float64Array(paid.length);
  let surplus = 0;
  const held = loyalty > 0 ? [...before, 1 - sum(before)] : [1]; // who is not loyal chooses alike
  held.forEach((part, state) => {
    if (part <= 0) return;
    const utility = loyalty > 0 && state < paid.length ? plain.with(state, plain[state] + loyalty / mu) : plain;
    logitChoice(utility, outside / mu).shares.forEach((s, j) => (shares[j] += part * s));
    surplus += part * mu * (logSum(utility, outside / mu) - outside / mu);
  });
  return { shares, surplus };
}

/** What all types buy in the long run at any prices of some products, were networks to stay as they are. */
export const longRunDemand = (
  types: readonly BuyerType[],
  products: readonly number[],
  { size, worth }: { readonly size: number; readonly worth: Float64Array },
): DemandSystem =>
  mixtureOf(
    types.map((type) =>
      stateDependentDemand({
        ...type,
        appeal: Float64Array.from(products, (j) => type.appeal[j] + worth[j]),
        size: size * type.share,
      }),
    ),
  );

/** What is wrong with kinds of buyers that the schema lets through. */
export function checkTypes({ types, loyalty, network, exact }: UnitLogit): Finding[] {
  const found: Finding[] = [];
  const shares = Object.values(types).map(({ share }) => share);
  if (shares.length > 0 && Math.abs(sum(shares) - 1) > 1e-9)
    found.push({
      path: ["demand", "types"],
      text: {
        en: `the shares add up to ${Number(sum(shares).toFixed(6))}, not to 1`,
        zh: `各份额之和为 ${Number(sum(shares).toFixed(6))}，应为 1`,
      },
    });
  if (!exact && (shares.length > 0 || loyalty > 0 || network !== 0))
    found.push({
      path: ["demand", "exact"],
      text: {
        en: "types, loyalty and network are computed exactly: leave “exact” true",
        zh: "types、loyalty、network 只按公式精确计算：请保持 exact 为 true",
      },
    });
  return found;
}
