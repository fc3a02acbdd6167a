import { readGame, soundness } from "../../../engine/game/index.ts";
import type { Language } from "../../../engine/index.ts";
import { libraryBase, UnknownScenario } from "../../store/bases.ts";
import { openGame } from "./table.ts";
import type { play } from "./words.ts";
import { MAX_BYTES, TOO_LARGE, textOf } from "../../store/files.ts";
import { type Say } from "../../i18n/speaker.ts";

const SAID = { seats: "badSeats", rounds: "badRounds", changed: "changedFile" } as const;

/** Puts a saved game on the table. Says what is wrong with the file, if anything is. */
export async function loadGame(file: File, say: Say<typeof play>, lang: Language): Promise<string | null> {
  const unreadable = (why: string) => say("cannotLoad", { file: file.name, why });
  if (file.size > MAX_BYTES) return unreadable(say(TOO_LARGE));
  const { readOwn, ScenarioErrors } = await import("../../store/own.ts");
  try {
    const { scenario } = readOwn(await textOf(file));
    const game = readGame(scenario);
    if (!game) return say("notGame", { file: file.name });
    const { scenario: base } = await libraryBase(game.setup.base);
    const found = soundness(base, scenario, game);
    if (found !== "sound") return say(SAID[found], { file: file.name });
    openGame(game);
    return null;
  } catch (error) {
    if (error instanceof ScenarioErrors) return unreadable(error.format(lang));
    if (error instanceof UnknownScenario) return say("noMarket", { file: file.name, base: error.message });
    throw error;
  }
}
