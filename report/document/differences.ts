import {
  type Language,
  type MarketEvent,
  type Recording,
  say,
  type Scenario,
  type ScenarioDifference,
  scenarioDifferences,
} from "../../engine/index.ts";
import { eventText } from "../../words/event-words.ts";
import { date, setting } from "../../words/format.ts";
import { fullName, vendorName } from "../../words/names.ts";
import { aside } from "../../words/punctuation.ts";
import { capitalised } from "../../words/sentence.ts";
import { addedVendor, changed, missing, NEVER, notHere, ownProduct, pathOf, SET } from "./difference-words.ts";
import type { Sentence } from "./model.ts";
import { pathName } from "./path-words.ts";
import { name, of } from "./sentence.ts";

/**
 * What differs between two scenarios, as a person would list it: who is there, what happens on which date, number by
 * number.
 * @param run one run of the first: what its events did to prices
 */
export const differences = (a: Scenario, b: Scenario, lang: Language, run?: Recording): Sentence[] =>
  scenarioDifferences(a, b).map((d) => differenceText(d, { a, b, run }, lang));

interface Between {
  readonly a: Scenario;
  readonly b: Scenario;
  readonly run?: Recording;
}

/** One of them, in words. */
export function differenceText(d: ScenarioDifference, { a, b, run }: Between, lang: Language): Sentence {
  switch (d.kind) {
    case "added":
    case "missing": {
      const s = d.kind === "added" ? a : b;
      const called = name(d.of === "vendor" ? vendorName(s, d.id, lang) : fullName(s, d.id, lang));
      const words = d.kind === "missing" ? missing : d.of === "vendor" ? addedVendor : ownProduct;
      return say(words, lang)(called);
    }
    case "event": {
      const text = eventText(d.event, d.own ? a : b, lang, d.own ? stepOf(d.event, run) : null);
      return d.own ? of(name(text)) : say(notHere, lang)(name(text));
    }
    case "lever": {
      const { label, unit } = a.levers.find(({ id }) => id === d.lever)!;
      const [was, is] = [d.from, d.to].map((x) => name(setting(x)));
      const called = say(unit, lang) === "" ? say(label, lang) : say(label, lang) + aside(say(unit, lang), lang);
      return say(changed, lang)(name(called), was, is);
    }
    default: {
      const [was, is] = [d.from, d.to].map((x) => name(brief(x, lang)));
      return say(changed, lang)(name(capitalised(pathName(d.path, a, lang))), was, is);
    }
  }
}

/** What an event did to a list price in a run. */
function stepOf({ date: day, product }: MarketEvent, run: Recording | undefined) {
  const move = run?.moves.find((m) => run.productIds[m.product] === product && run.dates[m.tick] >= day);
  return move ? { from: move.from, to: move.to } : null;
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
