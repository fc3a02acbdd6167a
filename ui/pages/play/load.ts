import { readGame } from "../../../engine/game/index.ts";
import type { Language } from "../../../engine/index.ts";
import { openGame } from "./table.ts";

const MAX_BYTES = 5_000_000;

/** Puts a saved game on the table. Returns null, or what is wrong; "" for a scenario that nobody has played. */
export async function loadGame(file: File, lang: Language): Promise<string | null> {
  if (file.size > MAX_BYTES) return lang === "zh" ? "文件过大，上限为 5 MB" : "too large; at most 5 MB";
  const { readOwn, ScenarioErrors } = await import("../../store/own.ts");
  try {
    const game = readGame(readOwn(await file.text()).scenario);
    if (!game) return "";
    openGame(game);
    return null;
  } catch (error) {
    if (error instanceof ScenarioErrors) return error.format(lang);
    throw error;
  }
}
