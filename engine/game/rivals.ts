import { follow } from "../strategies/follow.ts";
import { headline } from "../strategies/headline.ts";
import { withDefaults } from "../registry.ts";
import type { Scenario, StrategyChoice, Vendor } from "../scenario/scenario.ts";
import type { Strength } from "./game.ts";

interface Manner {
  readonly lag: number; // times as long
  readonly strength: number; // times as strong
  readonly floor: number; // added to the lowest margin accepted
  readonly holdersFollow: boolean; // whether those who hold their prices in the scenario follow too
}

/** Fair is the scenario as it is. The others answer more slowly and less, or sooner, harder and further below cost. */
const MANNERS: Readonly<Record<Exclude<Strength, "fair">, Manner>> = {
  easy: { lag: 3, strength: 0.5, floor: 0.4, holdersFollow: false },
  hard: { lag: 0.4, strength: 1.25, floor: -0.6, holdersFollow: true },
};

/** Rules that answer rivals' cuts. Who held its prices takes the scenario's own. */
const ANSWERS = [headline, follow];

/** How a computer rival of this strength prices; null: as in the scenario. */
export function rivalStrategy(scenario: Scenario, { strategy }: Vendor, strength: Strength): StrategyChoice | null {
  if (strength === "fair") return null;
  const manner = MANNERS[strength];
  const kept = ANSWERS.find(({ id }) => id === strategy.kind);
  if (!kept && !(manner.holdersFollow && strategy.kind === "hold")) return null;
  const rule = kept ?? ANSWERS.find(({ id }) => id in scenario.strategies) ?? follow;
  const own = kept ? strategy : {};
  const now = withDefaults(rule.parameters, scenario.strategies[rule.id] ?? {}, own) as Record<string, number>;
  return {
    ...(own as StrategyChoice),
    kind: rule.id,
    lag: now.lag * manner.lag,
    strength: Math.min(now.strength * manner.strength, 2),
    marginFloor: Math.min(0.9, now.marginFloor + manner.floor),
  };
}
