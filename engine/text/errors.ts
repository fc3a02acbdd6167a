import { nearest } from "./nearest.ts";
import { type Language, type Said, say, type Text } from "./text.ts";

/** Where a value stands in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem {
  readonly place: Place;
  /** Keys from the top of the scenario to the value. */
  readonly path: readonly (string | number)[];
  readonly text: Text;
}

const MOST_SHOWN = 20;

const WORDS: Said<{ more(n: number): string; colon: string }> = {
  en: { more: (n) => `... and ${n} more`, colon: ": " },
  zh: { more: (n) => `……另有 ${n} 处问题`, colon: "：" },
};

/** Everything wrong with a scenario file, each with its place, in either language. */
export class ScenarioErrors extends Error {
  override readonly name = "ScenarioErrors";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems
        .slice(0, MOST_SHOWN)
        .map((p) => line(p, "en"))
        .join("\n"),
    );
    this.problems = problems;
  }

  /** One line a problem: file:line:column, path, what was expected. */
  format(lang: Language): string {
    const shown = this.problems.slice(0, MOST_SHOWN).map((p) => line(p, lang));
    const more = this.problems.length - shown.length;
    if (more > 0) shown.push(say(WORDS, lang).more(more));
    return shown.join("\n");
  }
}

function line({ place, path, text }: Problem, lang: Language): string {
  const where = place.line > 0 ? `${place.file}:${place.line}:${place.column}` : place.file;
  const what = path.length > 0 ? `${path.join(".")}${say(WORDS, lang).colon}` : "";
  return `${where}  ${what}${say(text, lang)}`;
}

/** “did you mean”, or the list of what there is when nothing is near. */
export function suggestion(name: string, valid: readonly string[]): Text {
  const near = nearest(name, valid);
  if (near !== null) return { en: `; did you mean “${near}”?`, zh: `，是不是“${near}”？` };
  if (valid.length === 0) return { en: "", zh: "" };
  const some = valid.slice(0, 12);
  const etc = valid.length > some.length;
  return {
    en: `; expected one of ${some.join(", ")}${etc ? ", ..." : ""}`,
    zh: `，可用的有 ${some.join("、")}${etc ? "……" : ""}`,
  };
}

/** A value as a message repeats it: of a list or a mapping only that it is one. */
export const repeated = (value: unknown): string =>
  Array.isArray(value) ? "[…]" : typeof value === "object" && value !== null ? "{…}" : String(value);

/** An unknown name, with the nearest valid one. */
export function unknownName(what: Text, name: string, valid: readonly string[]): Text {
  const hint = suggestion(name, valid);
  return { en: `unknown ${what.en} “${name}”${hint.en}`, zh: `没有名为“${name}”的${what.zh}${hint.zh}` };
}

export interface Finding {
  readonly path: readonly (string | number)[];
  readonly text: Text;
}
