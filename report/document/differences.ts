import { type Language, say, type Scenario } from "../../engine/index.ts";
import { date, setting } from "../../words/format.ts";
import { fullName } from "../../words/names.ts";
import {
  changed,
  fewerEvents,
  missingProducts,
  moreEvents,
  NEVER,
  otherEvents,
  ownProducts,
  pathOf,
  SET,
} from "./difference-words.ts";
import type { Sentence } from "./model.ts";
import { pathName } from "./path-words.ts";
import { names } from "./phrases.ts";
import { name } from "./sentence.ts";

/** What differs between two scenarios, as a person would list it: events, products, then number by number. */
export function differences(a: Scenario, b: Scenario, lang: Language): Sentence[] {
  return [...eventLine(a, b, lang), ...productLines(a, b, lang), ...valueLines(a, b, lang)];
}

function eventLine(a: Scenario, b: Scenario, lang: Language): Sentence[] {
  const [keys, others] = [a, b].map(({ events }) => new Set(events.map((e) => JSON.stringify(e))));
  const own = [...keys].filter((k) => !others.has(k)).length;
  const gone = [...others].filter((k) => !keys.has(k)).length;
  if (own + gone === 0) return [];
  if (gone === 0) return [say(moreEvents, lang)(own)];
  return [own === 0 ? say(fewerEvents, lang)(gone) : say(otherEvents, lang)(own, gone)];
}

function productLines(a: Scenario, b: Scenario, lang: Language): Sentence[] {
  const ids = (s: Scenario) =>
    Object.entries(s.vendors).flatMap(([v, { products }]) => Object.keys(products).map((p) => `${v}.${p}`));
  const line = (s: Scenario, other: Scenario, words: typeof ownProducts) => {
    const known = new Set(ids(other));
    const only = ids(s).filter((id) => !known.has(id));
    const called = only.map((id) => fullName(s, id, lang));
    return only.length === 0 ? [] : [say(words, lang)(names(called, lang, MOST_NAMES))];
  };
  return [...line(a, b, ownProducts), ...line(b, a, missingProducts)];
}

const MOST_NAMES = 8;

/** Keys whose differences other lines tell, or whose values are words. */
const SKIPPED = new Set([
  "id",
  "title",
  "question",
  "description",
  "events",
  "levers",
  "expect",
  "sources",
  "name",
  "short",
  "note",
  "label",
]);

const valueLines = (a: Scenario, b: Scenario, lang: Language): Sentence[] =>
  walk(a, b, "").map(({ path, from, to }) => {
    const [was, is] = [from, to].map((x) => name(brief(x, lang)));
    return say(changed, lang)(name(pathName(path, a, lang)), was, is);
  });

interface Difference {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === "object" && x !== null && !Array.isArray(x);

function walk(a: unknown, b: unknown, path: string): Difference[] {
  if (isRecord(a) && isRecord(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .filter((key) => !SKIPPED.has(key) && !(path.endsWith(".products") && !(key in a && key in b)))
      .flatMap((key) => walk(a[key], b[key], path ? `${path}.${key}` : key));
  }
  return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ path, from: b, to: a }];
}

function brief(x: unknown, lang: Language): string {
  if (typeof x === "number") return setting(x);
  if (x === "never") return say(NEVER, lang);
  if (typeof x === "string" && /^\d{4}-\d{2}-\d{2}$/.test(x)) return date(x, lang);
  if (x === null || x === undefined) return "–";
  if (typeof x === "object") {
    const steps = (x as { readonly at?: readonly string[] }).at?.length;
    if (steps !== undefined) return say(pathOf, lang)(steps);
    return "kind" in x ? String(x.kind) : say(SET, lang);
  }
  return String(x);
}
