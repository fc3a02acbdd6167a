import type { Price } from "../price.ts";
import type { GameRecord } from "../scenario/scenario.ts";

/**
 * A game is plain data: a scenario, who plays which vendors of it, and what they decided each quarter. Everything else
 * (market, reports, ranking, debrief) is computed from it, so that undoing is forgetting a round, forking is copying,
 * and the file of a game is the game. Nothing here knows of a page: a server could drive it as well.
 */
export interface Setup {
  readonly base: string; // id of the scenario
  readonly seats: readonly Seat[]; // one: alone; several: teams
  readonly rivals: Strength;
  readonly quarters: number;
  readonly goal: Goal;
  readonly seed: string;
}

export interface Seat {
  readonly vendor: string;
  readonly team?: string; // what a team calls itself
}

export type Strength = GameRecord["rivals"];
export const STRENGTHS: readonly Strength[] = ["easy", "fair", "hard"];

/** What teams are ranked by. */
export type Goal = GameRecord["goal"];
export const GOALS: readonly Goal[] = ["profit", "share", "value"];

export interface Game {
  readonly setup: Setup;
  readonly rounds: readonly Round[]; // decided so far, the first quarter first
}

/** What every seat decided for one quarter, by vendor. A vendor that is not in it changes nothing. */
export type Round = Readonly<Record<string, Decisions>>;

/** One seat's decisions for a quarter. What is left out stays as it was. */
export interface Decisions {
  readonly prices?: Readonly<Record<string, Price>>; // by the vendor's own name of the product
  readonly research?: number; // budget [money/week]
  readonly gpus?: number | null; // fleet; null: planned by demand again
  readonly credits?: number; // for each new customer [Mtok]
  readonly free?: Readonly<Record<string, number>>; // by product, a user's [Mtok/window of the product]; 0: none
}

export const QUARTER_WEEKS = 13;
export const QUARTER_DAYS = 7 * QUARTER_WEEKS;
export const MAX_TEAMS = 6;

/** The largest of each decision that is taken [money/Mtok, money/week, GPUs, Mtok, Mtok/week]; the least is 0. */
export const MOST = { price: 1e4, research: 1e10, gpus: 1e6, credits: 1e4, free: 1e4 } as const;

export type PriceDecision = Price;
