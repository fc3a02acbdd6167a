import { stringify } from "yaml";
import { readScenario } from "../../engine/authoring.ts";
import { type Game, gameFile, gameScenario, type Round, type Setup } from "../../engine/game/index.ts";
import type { Recording, Scenario } from "../../engine/index.ts";
import { library, libraryText, simulate } from "./scenarios.ts";

/** A library scenario with few people: small games are played many times over. */
export const small = (id: string): Scenario => library(id, { "demand.agents": 800, "clock.burnInWeeks": 12 });

export const setup = (over: Partial<Setup> = {}): Setup => ({
  base: "china-2024",
  seats: [{ vendor: "zhipu" }],
  rivals: "fair",
  quarters: 4,
  goal: "profit",
  seed: "1",
  ...over,
});

export const game = (rounds: readonly Round[], over: Partial<Setup> = {}): Game => ({ setup: setup(over), rounds });

export const playOn = (base: Scenario, played: Game): Recording =>
  simulate(gameScenario(base, played), { seed: played.setup.seed });

/** A game as its file's text, and read back from it. */
export const written = (base: Scenario, played: Game): string => stringify(gameFile(base, played));
export const reread = (text: string): Scenario =>
  readScenario(text, { file: "game.yaml", resolve: libraryText }).scenario;
