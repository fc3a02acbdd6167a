import { observable, useObservable } from "./observable.ts";
import { recallHere, rememberHere } from "./storage.ts";

/** What the analyst adds: a name for the scenario, a sentence, a picture at the top. */
export interface Own {
  readonly title: string;
  readonly note: string;
  readonly logo: string | null; // a data URL
}

/** Which sections, in whose template or by hand, over how many runs. */
export interface Selection {
  readonly template: string;
  readonly sections: readonly string[] | null; // by hand
  readonly runs: number;
  readonly currency: string | null; // null: the scenario's own
}

type Words = Pick<Own, "title" | "note">;

/** What was put into the page of reports; null: nothing chosen yet. Names and sentences are of one scenario each. */
interface Inputs {
  readonly selection: Selection | null;
  readonly logo: string | null;
  readonly words: Readonly<Record<string, Words>>; // by scenario
}

const KEY = "report";
const EMPTY: Inputs = { selection: null, logo: null, words: {} };
const NO_WORDS: Words = { title: "", note: "" };

/** As this window remembers it; what another version left is not read. */
function recalled(): Inputs {
  try {
    const { selection, logo, words } = JSON.parse(recallHere(KEY) ?? "{}") as Partial<Record<keyof Inputs, unknown>>;
    return {
      selection: isSelection(selection) ? selection : null,
      logo: typeof logo === "string" && logo.startsWith("data:image/") ? logo : null,
      words: Object.fromEntries(
        Object.entries(words ?? {}).filter((entry): entry is [string, Words] => isWords(entry[1])),
      ),
    };
  } catch {
    return EMPTY;
  }
}

const isWords = (x: unknown): x is Words => has(x, { title: "string", note: "string" });

function isSelection(x: unknown): x is Selection {
  if (!has(x, { template: "string", runs: "number" })) return false;
  const { sections, currency } = x as Selection;
  return (
    (sections === null || (Array.isArray(sections) && sections.every((id) => typeof id === "string"))) &&
    (currency === null || typeof currency === "string")
  );
}

const has = (x: unknown, types: Readonly<Record<string, string>>): boolean =>
  typeof x === "object" &&
  x !== null &&
  Object.entries(types).every(([key, type]) => typeof (x as Record<string, unknown>)[key] === type);

/** This window keeps them with its session: over its pages, and over a reload. */
export const reportInputs = observable(recalled());
reportInputs.subscribe(() => rememberHere(KEY, JSON.stringify(reportInputs.get())));

/** What is said of a scenario, by its id. */
export const ownOf = (scenario: string, { logo, words }: Inputs = reportInputs.get()): Own => ({
  ...(Object.hasOwn(words, scenario) ? words[scenario] : NO_WORDS),
  logo,
});

export function writeOwn(scenario: string, { title, note, logo }: Own): void {
  const { words, ...rest } = reportInputs.get();
  reportInputs.set({ ...rest, logo, words: { ...words, [scenario]: { title, note } } });
}

export const choose = (selection: Selection): void => reportInputs.set({ ...reportInputs.get(), selection });

export const useReportInputs = (): Inputs => useObservable(reportInputs, (all) => all);
