import { version } from "../../package.json";
import { writeLink } from "./link.ts";
import { type Mine, readMine } from "./mine-list.ts";
import { observable, useObservable } from "./observable.ts";
import type { Session } from "./session.ts";
import { recall, remember } from "./storage.ts";

export type { Mine };

const mine = observable<readonly Mine[]>(readMine(recall("mine")));
export const useMine = (): readonly Mine[] => useObservable(mine, (all) => all);
export const mineOf = (id: string): Mine | undefined => mine.get().find((m) => m.id === id);

// Another tab of the app may change the list.
window.addEventListener("storage", (e) => e.key?.endsWith("mine") && mine.set(readMine(e.newValue)));

/** Puts a list in force and in storage; false where the browser stores nothing: then it lasts as long as the page. */
function keep(next: readonly Mine[]): boolean {
  mine.set(next);
  return remember("mine", JSON.stringify(next));
}

export async function saveMine(name: string, session: Session): Promise<boolean> {
  const link = await writeLink(session, version);
  return keep([...mine.get(), { id: crypto.randomUUID(), name, link }]);
}

export const renameMine = (id: string, name: string): boolean =>
  keep(mine.get().map((m) => (m.id === id ? { ...m, name } : m)));

/** Undoes a deletion: the whole list as it was. */
export const putBack = (all: readonly Mine[]): boolean => keep(all);

export const removeMine = (id: string): boolean => keep(mine.get().filter((m) => m.id !== id));
