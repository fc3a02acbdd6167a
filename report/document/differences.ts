import type { Language, Scenario } from "../../engine/index.ts";
import { date, setting } from "../../words/format.ts";
import { fullName } from "../../words/names.ts";
import { pathName } from "./path-words.ts";
import type { Sentence } from "./model.ts";
import { name, names, sentence } from "./sentence.ts";

/** What differs between two scenarios, as a person would list it: events, products, then number by number. */
export function differences(a: Scenario, b: Scenario, lang: Language): Sentence[] {
  return [...eventLine(a, b, lang), ...productLines(a, b, lang), ...valueLines(a, b, lang)];
}

function eventLine(a: Scenario, b: Scenario, lang: Language): Sentence[] {
  const [keys, others] = [a, b].map(({ events }) => new Set(events.map((e) => JSON.stringify(e))));
  const [here, there] = [
    [...keys].filter((k) => !others.has(k)).length,
    [...others].filter((k) => !keys.has(k)).length,
  ];
  if (here + there === 0) return [];
  const [own, gone] = [name(String(here)), name(String(there))];
  if (there === 0)
    return [
      lang === "zh"
        ? sentence`多出${own} 个写定日期的事件`
        : sentence`${own} dated ${here === 1 ? "event" : "events"} of its own`,
    ];
  if (here === 0)
    return [
      lang === "zh"
        ? sentence`少了${gone} 个写定日期的事件`
        : sentence`${gone} dated ${there === 1 ? "event" : "events"} fewer`,
    ];
  return [
    lang === "zh"
      ? sentence`多出${own} 个、少了${gone} 个写定日期的事件`
      : sentence`${own} dated events of its own, without ${gone} of the baseline`,
  ];
}

function productLines(a: Scenario, b: Scenario, lang: Language): Sentence[] {
  const ids = (s: Scenario) =>
    Object.entries(s.vendors).flatMap(([v, { products }]) => Object.keys(products).map((p) => `${v}.${p}`));
  const called = (s: Scenario, id: string) => fullName(s, id, lang);
  const line = (s: Scenario, other: Scenario, zh: string, en: string) => {
    const known = new Set(ids(other));
    const only = ids(s).filter((id) => !known.has(id));
    if (only.length === 0) return [];
    const said = names(
      only.map((id) => called(s, id)),
      lang,
      8,
    );
    return [lang === "zh" ? sentence`${zh}：${said}` : sentence`${en}: ${said}`];
  };
  return [...line(a, b, "多出的产品", "Products of its own"), ...line(b, a, "没有的产品", "Without")];
}

/** Everything that is said elsewhere, or is words. */
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

function valueLines(a: Scenario, b: Scenario, lang: Language): Sentence[] {
  return walk(a, b, "").map(({ path, from, to }) => {
    const what = name(pathName(path, a, lang));
    const [was, is] = [from, to].map((x) => name(brief(x, lang)));
    return lang === "zh" ? sentence`${what}：${was} → ${is}` : sentence`${what}: ${was} → ${is}`;
  });
}

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
  if (x === "never") return lang === "zh" ? "从不" : "never";
  if (typeof x === "string" && /^\d{4}-\d{2}-\d{2}$/.test(x)) return date(x, lang);
  if (x === null || x === undefined) return "–";
  if (typeof x === "object") {
    const steps = (x as { readonly at?: readonly string[] }).at?.length;
    if (steps !== undefined) return lang === "zh" ? `随时间变化（${steps} 个时点）` : `a path of ${steps} dates`;
    return "kind" in x ? String(x.kind) : lang === "zh" ? "另设" : "set";
  }
  return String(x);
}
