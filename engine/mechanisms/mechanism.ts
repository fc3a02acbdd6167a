import type { Scenario } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";

/** A mechanism that somebody names: where it lives, and how a scenario is written without it. */
export interface Mechanism {
  readonly id: string; // M- and a number of the article, T- of tariffs
  readonly title: Text;
  /** Who claims it, and what. */
  readonly claim: Text;
  /** Files that make it work. */
  readonly files: readonly string[];
  /** Scenario keys that set it. */
  readonly parameters: readonly string[];
  /** The same scenario with the mechanism neutral: a scenario's `off` is nothing more than this. */
  off(scenario: Scenario): Scenario;
}
