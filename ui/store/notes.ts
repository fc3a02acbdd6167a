import { observable, useObservable } from "./observable.ts";

/** What a reader writes at a day of the charts. It changes no number; it is in the link, as the focus is. */
export interface Note {
  readonly date: string; // YYYY-MM-DD
  readonly text: string;
}

const MOST = 6; // more would hide the chart they speak of
export const LONGEST = 60; // characters

export const notes = observable<readonly Note[]>([]);
export const useNotes = (): readonly Note[] => useObservable(notes, (all) => all);

/** One note a day; an empty one is taken away. */
export function writeNote(date: string, text: string): void {
  const others = notes.get().filter((n) => n.date !== date);
  const kept = text.trim() === "" ? others : [...others, { date, text: text.trim().slice(0, LONGEST) }];
  notes.set(kept.slice(-MOST).toSorted((a, b) => (a.date < b.date ? -1 : 1)));
}

/** Notes as a link has them; null: they are none. */
export function readNotes(text: string | null): readonly Note[] | null {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length <= MOST && value.every(isNote) ? value : null;
  } catch {
    return null;
  }
}

function isNote(value: unknown): value is Note {
  if (typeof value !== "object" || value === null) return false;
  const { date, text } = value as Partial<Record<keyof Note, unknown>>;
  const dated = typeof date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return dated && typeof text === "string" && text.length > 0 && text.length <= LONGEST;
}
