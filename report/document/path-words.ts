import {
  eventKinds,
  type Language,
  type Said,
  say,
  type Scenario,
  segmentsOf,
  strategies,
  type Text,
} from "../../engine/index.ts";
import { date } from "../../words/format.ts";
import { fullName, vendorName } from "../../words/names.ts";
import { aside, labelled, zhJoin } from "../../words/punctuation.ts";
import { PARAMETERS } from "./parameter-words.ts";

const ownedBy: Said<(whose: string, word: string) => string> = {
  en: (whose, word) => `${whose}: ${word}`,
  zh: (whose, word) => zhJoin(whose, "的", word),
};
const EVENT: Said<(k: number) => string> = { en: (k) => `Dated event ${k}`, zh: (k) => `第 ${k} 个事件` };
const KINDS: Text = { en: "dated events", zh: "事件" };
const RULE: Text = { en: "pricing rule", zh: "定价规则" };

/** What a number of a scenario file is called. A reader never sees its path. */
export function pathName(path: string, scenario: Scenario, lang: Language): string {
  const lever = scenario.levers.find(({ paths }) => paths[0].path === path);
  if (lever) return say(lever.label, lang);
  const named = /^(events|strategy): (.+)$/.exec(path);
  if (named) return labelled(say(named[1] === "events" ? KINDS : RULE, lang), kinds(named[2], lang), lang);
  const { whose, rest } = ownerOf(path, scenario, lang);
  const word = parameterWord(rest.replace(/\.\d+$/, ""), lang) + pointAt(path, scenario, lang);
  return whose === null ? word : say(ownedBy, lang)(whose, word);
}

/** Which point of a dated path it is: by its date. */
function pointAt(path: string, scenario: Scenario, lang: Language): string {
  const [, dated, k] = /^(.+)\.(\d+)$/.exec(path) ?? [];
  const day = dated === undefined ? undefined : datesAt(scenario, dated)?.[Number(k)];
  return day === undefined ? "" : aside(date(day, lang), lang);
}

/** The dates of a path over time, which is stored as columns. */
function datesAt(scenario: Scenario, path: string): readonly string[] | undefined {
  const at = path
    .split(".")
    .reduce<unknown>((node, step) => (node as Readonly<Record<string, unknown>>)?.[step], scenario);
  return (at as { readonly at?: readonly string[] } | undefined)?.at;
}

const kinds = (names: string, lang: Language): string =>
  names
    .split(", ")
    .map((id) => labelIn(strategies, id, lang) ?? labelIn(eventKinds, id, lang) ?? spaced(id))
    .join(", ");

interface Labelled {
  has(id: string): boolean;
  get(id: string): { readonly label: Text };
}

const labelIn = (registry: Labelled, id: string, lang: Language): string | null =>
  registry.has(id) ? say(registry.get(id).label, lang) : null;

/** By the longest end of a path that has a word; without one, its last step in plain letters. */
function parameterWord(path: string, lang: Language): string {
  const steps = path.split(".").filter((step) => step !== "*");
  for (let from = 0; from < steps.length; from++) {
    const known = PARAMETERS[steps.slice(from).join(".")];
    if (known) return say(known, lang);
  }
  return spaced(steps.slice(-2).join(" "));
}

/** `reviewDays` as people write it. */
const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);

interface Owned {
  readonly whose: string | null; // null: the market's
  readonly rest: string;
}

function ownerOf(path: string, scenario: Scenario, lang: Language): Owned {
  const [, vendor, after] = /^vendors\.([^.]+)\.(.+)$/.exec(path) ?? [];
  if (scenario.vendors[vendor]) return vendorOrProduct(vendor, after, scenario, lang);
  const [, segment, ofSegment] = /^demand\.segments\.([^.]+)\.(.+)$/.exec(path) ?? [];
  const known = segment === undefined ? undefined : segmentsOf(scenario)[segment];
  if (known) return { whose: known.label ? say(known.label, lang) : segment, rest: ofSegment };
  const [, rule, ofRule] = /^strategies\.([^.]+)\.(.+)$/.exec(path) ?? [];
  if (rule !== undefined && strategies.has(rule)) return { whose: say(strategies.get(rule).label, lang), rest: ofRule };
  const [, event, ofEvent] = /^events\.(\d+)\.(.+)$/.exec(path) ?? [];
  if (event !== undefined) return { whose: say(EVENT, lang)(Number(event) + 1), rest: ofEvent };
  return { whose: null, rest: path };
}

/** A product's own name may hold dots: the longest that fits. */
function vendorOrProduct(vendor: string, after: string, scenario: Scenario, lang: Language): Owned {
  const product = Object.keys(scenario.vendors[vendor].products)
    .toSorted((a, b) => b.length - a.length)
    .find((name) => after.startsWith(`products.${name}.`));
  if (product === undefined) return { whose: vendorName(scenario, vendor, lang), rest: after };
  return {
    whose: fullName(scenario, `${vendor}.${product}`, lang),
    rest: after.slice(`products.${product}.`.length),
  };
}
