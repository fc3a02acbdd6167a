import library from "virtual:library";
import { useWords } from "../i18n/index.ts";
import { useApp } from "./app.ts";
import { freshSession, OWN, type Session } from "./session.ts";

/** What a scenario can be held against: those of the library; one's own as well by what it was before any change. */
export function useBaselines(): readonly { readonly id: string; readonly text: string; readonly detail: string }[] {
  const say = useWords();
  const isOwn = useApp((s) => s.history.now.scenario === OWN);
  const options = library.map(({ id, title, question }) => ({ id, text: say(title), detail: say(question) }));
  return isOwn ? [{ id: OWN, text: say("levers.ownBefore"), detail: "" }, ...options] : options;
}

/** A library scenario opened in place of another: the baseline stays, unless it went with the scenario. */
export const inPlaceOf = ({ baseline }: Session, id: string): Session => ({
  ...freshSession(id),
  ...(baseline !== OWN && { baseline }),
});
