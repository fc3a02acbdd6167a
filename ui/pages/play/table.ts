import { begin, type Game, goTo, resume, type Session, type Setup, undo } from "../../../engine/game/index.ts";
import { observable, useObservable } from "../../store/observable.ts";
import { recall, remember } from "../../store/storage.ts";
import { isSession } from "./kept.ts";

/** The game on the table: kept over a reload, in this browser. */
const KEY = "play";

function kept(): Session | null {
  try {
    const found: unknown = JSON.parse(recall(KEY) ?? "null");
    return isSession(found) ? found : null;
  } catch {
    return null;
  }
}

const table = observable<Session | null>(kept());
/** Whether the browser took the last change in. */
const stored = observable(true);

export const useTable = (): Session | null => useObservable(table, (s) => s);
export const useStored = (): boolean => useObservable(stored, (s) => s);

function put(session: Session | null): void {
  table.set(session);
  stored.set(remember(KEY, JSON.stringify(session)));
}

export const startGame = (setup: Setup): void => put(begin(setup));
export const openGame = (game: Game): void => put(resume(game));
export const leaveGame = (): void => put(null);
export const change = (edit: (s: Session) => Session): void => {
  const now = table.get();
  if (now) put(edit(now));
};
export const turnBack = (at: number): void => change((s) => goTo(s, at));
export const undoRound = (): void => change(undo);
