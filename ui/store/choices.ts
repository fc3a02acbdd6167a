import library from "virtual:library";
import { useMemo } from "react";
import type { Clock, Scenario } from "../../engine/index.ts";
import { useWords } from "../i18n/index.ts";
import { session, useApp } from "./app.ts";
import { baseOf, UnknownScenario } from "./bases.ts";
import { readLink } from "./link.ts";
import { type Mine, mineOf, useMine } from "./mine.ts";
import { isEdited, OWN, type Session } from "./session.ts";
import { scenarioOf as scenarioOfSession } from "./scenario-of.ts";
import { soundSession } from "./sound.ts";
import { once } from "./once.ts";

/** A scenario an experiment can take: the present one as edited, one of the library, or one of the person's own. */
export interface Choice {
  readonly id: string; // NOW, OWN, a library id, or MINE and the id of a kept one
  readonly name: string;
  readonly detail: string;
  readonly days: string | null; // it runs on; null of a kept one, which is not read to be listed
}

/** The session a kept scenario stands for. */
export const sessionOf = once((kept: Mine): Promise<Session> => readLink(kept.link).then((read) => read.session));

export const NOW = "now";
const MINE = "mine:";

const daysOf = ({ start, end, tickDays }: Clock): string => `${start} ${end} ${tickDays}`;

export function useChoices(): readonly Choice[] {
  const say = useWords();
  const mine = useMine();
  const now = useApp((s) => s.history.now);
  const base = useApp((s) => s.base?.scenario);
  const title = base?.title;
  return useMemo(() => {
    const here = now.scenario === OWN ? say("levers.own") : title ? say(title) : "";
    const present = {
      id: NOW,
      name: say("scenarios.now"),
      detail: isEdited(now) ? say("scenarios.edited", { name: here }) : here,
      days: base ? daysOf(base.clock) : null,
    };
    const own = mine.map(({ id, name }) => ({ id: MINE + id, name, detail: say("scenarios.mine"), days: null }));
    return [
      present,
      ...(now.scenario === OWN ? [{ ...present, id: OWN, name: say("levers.ownBefore"), detail: "" }] : []),
      ...own,
      ...library.map((entry) => ({
        id: entry.id,
        name: say(entry.title),
        detail: say(entry.question),
        days: daysOf(entry.clock),
      })),
    ];
  }, [say, mine, now, title, base]);
}

/** The scenario of a choice. @throws UnknownScenario, or what is wrong with the text it was written in. */
export async function scenarioOf(id: string): Promise<Scenario> {
  if (id === NOW) return sessionScenario(session());
  if (!id.startsWith(MINE)) return (await baseOf({ scenario: id, own: session().own })).scenario;
  const kept = mineOf(id.slice(MINE.length));
  if (!kept) throw new UnknownScenario(id);
  return sessionScenario(await sessionOf(kept));
}

/** The same object for the same session: runs are kept by it. */
const sessionScenario = once(async (s: Session): Promise<Scenario> => {
  const { scenario } = await baseOf(s);
  return scenarioOfSession(scenario, (await soundSession(s, scenario)).session);
});
