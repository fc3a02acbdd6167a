import { recall, remember } from "./storage.ts";

/** A scenario's text as somebody was changing it: this browser keeps it until it has run or is thrown away. */
interface Draft {
  readonly before: string; // the text it began from
  readonly text: string;
}

const KEY = "drafts";
const MOST = 4; // texts are long, and what a browser remembers is not

/** What was typed and has not run, the latest first. */
export function drafts(): readonly Draft[] {
  try {
    const value: unknown = JSON.parse(recall(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isDraft) : [];
  } catch {
    return [];
  }
}

export const draftOf = (before: string): Draft | null => drafts().find((d) => d.before === before) ?? null;

/** One draft a text. What is as it was before is none. */
export function keepDraft(before: string, text: string): void {
  const others = drafts().filter((d) => d.before !== before);
  const kept = text === before ? others : [{ before, text }, ...others].slice(0, MOST);
  remember(KEY, JSON.stringify(kept));
}

export const dropDraft = (before: string): void => keepDraft(before, before);

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const { before, text } = value as Partial<Record<keyof Draft, unknown>>;
  return typeof before === "string" && typeof text === "string";
}
