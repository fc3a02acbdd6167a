import { readGame, soundness } from "../../../engine/game/index.ts";
import type { Language } from "../../../engine/index.ts";
import { libraryBase, UnknownScenario } from "../../store/bases.ts";
import { openGame } from "./table.ts";
import type { play } from "./words.ts";

const MAX_BYTES = 5_000_000;

/** What is wrong with a file, as the page says it. */
export interface Problem {
  readonly word: keyof typeof play;
  readonly values?: Readonly<Record<string, string>>;
}

const SAID = { seats: "badSeats", rounds: "badRounds", changed: "changedFile" } as const;

/** Puts a saved game on the table. Returns what is wrong with the file, if anything is. */
export async function loadGame(file: File, lang: Language): Promise<Problem | null> {
  if (file.size > MAX_BYTES)
    return { word: "cannotLoad", values: { why: lang === "zh" ? "文件过大，上限为 5 MB" : "too large; at most 5 MB" } };
  const { readOwn, ScenarioErrors } = await import("../../store/own.ts");
  try {
    const { scenario } = readOwn(await file.text());
    const game = readGame(scenario);
    if (!game) return { word: "notGame" };
    const { scenario: base } = await libraryBase(game.setup.base);
    const found = soundness(base, scenario, game);
    if (found !== "sound") return { word: SAID[found] };
    openGame(game);
    return null;
  } catch (error) {
    if (error instanceof ScenarioErrors) return { word: "cannotLoad", values: { why: error.format(lang) } };
    if (error instanceof UnknownScenario) return { word: "noMarket", values: { base: error.message } };
    throw error;
  }
}
