/** Traits of agents that are drawn, one column of draws each. */
export const TRAITS = ["value", "volume", "output", "fixed", "floor", "switching", "early", "homes"] as const;
export type Trait = (typeof TRAITS)[number];
