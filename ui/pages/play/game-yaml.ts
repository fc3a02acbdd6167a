import { stringify } from "yaml";
import { type Game, gameFile } from "../../../engine/game/index.ts";
import type { Scenario } from "../../../engine/index.ts";

/** The text of a game's file. */
export const gameYaml = (base: Scenario, game: Game): string => {
  const head = `# A game played in Price War Lab. It replays to the same numbers: pricewar run ${base.id}-game.yaml\n`;
  return head + stringify(gameFile(base, game), { lineWidth: 120 });
};
