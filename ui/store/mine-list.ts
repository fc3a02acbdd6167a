/** A scenario the person keeps in this browser: a name for a session. */
export interface Mine {
  readonly id: string;
  readonly name: string;
  readonly link: string; // the session, as a link carries it: with the version that made it
}

const isMine = (x: unknown): x is Mine =>
  typeof x === "object" &&
  x !== null &&
  ["id", "name", "link"].every((key) => typeof (x as Record<string, unknown>)[key] === "string");

/** What is kept; damaged entries are left out rather than breaking the page. */
export function readMine(text: string | null): Mine[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter(isMine) : [];
  } catch {
    return [];
  }
}
