import type { Decisions, Setup } from "../game/index.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";

/**
 * What a class plays: one game in one market or in several alike, each a game of its own. Plain data; it is the first
 * record of a class's log, so that a log needs nothing beside it to be played again.
 */
export interface ClassPlan {
  readonly game: string; // id of the ready game or of the scenario
  readonly title: Text;
  readonly question: Text;
  /** Markets take turns between them: one arm, or a treatment and its control. */
  readonly arms: readonly Arm[];
  readonly setup: Omit<Setup, "base">;
  readonly markets: number;
  readonly seconds: number; // of a round; 0: no clock
  readonly levers: readonly Lever[];
  readonly show: Show;
  readonly talk: boolean;
}

/** A treatment: the market it is played in, and what it is called. */
export interface Arm {
  readonly id: string;
  readonly label: Text;
  readonly scenario: Scenario;
}

/** What may be decided. */
export type Lever = keyof Decisions;
export const LEVERS: readonly Lever[] = ["prices", "free", "credits", "research", "gpus"];

/** What a team sees: nothing but its own numbers, list prices and shares too, or everybody's profit too. */
export type Show = "own" | "prices" | "all";
export const SHOWS: readonly Show[] = ["own", "prices", "all"];

/** What the debrief has uncovered so far, step by step: prices, profits, theory, the best that was found. */
export const REVEALS = ["nothing", "prices", "profits", "theory", "best"] as const;
export type Reveal = (typeof REVEALS)[number];

export const MAX_MARKETS = 60;
export const MAX_PLAYERS = 400;

export const armOf = ({ arms }: ClassPlan, market: number): Arm => arms[market % arms.length];

/** The game of one market as the engine plays it. */
export const setupOf = (plan: ClassPlan, market: number): Setup => ({
  ...plan.setup,
  base: armOf(plan, market).scenario.id,
});
