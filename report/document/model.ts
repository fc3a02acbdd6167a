import type { Language, Recording } from "../../engine/index.ts";
import type { Figure } from "../figures/figure.ts";
import type { Manifest } from "./manifest.ts";
import type { Sheet } from "./sheets/sheet.ts";

/**
 * A report as plain data, before it is any file: every number in it is a part of a sentence that knows which recorded
 * number it says. Writers turn it into files; none of them computes anything.
 */
export interface ReportDocument {
  readonly lang: Language;
  readonly title: Sentence; // the finding
  readonly question: string;
  readonly kicker: string; // which scenarios, under the program's name
  readonly keyFigures: readonly KeyFigure[];
  readonly sections: readonly DocumentSection[];
  readonly note: string; // the analyst's own words; empty: none
  readonly logo: string | null; // a picture as a data URL
  readonly board: boolean; // for people who decide: nothing of the machinery but on the last page
  readonly manifest: Manifest;
  sheets(): readonly Sheet[]; // the data, tidy; made when first asked for
  readonly recorded: readonly Recorded[]; // what the numbers were taken from
  readonly beside?: string; // of a page that lies with others: the one that answers in SQL
}

/** A scenario's replications. */
export interface Recorded {
  readonly scenario: string; // its id
  readonly recordings: readonly Recording[];
}

export interface DocumentSection {
  readonly id: string;
  readonly heading: string; // empty: goes on where the one before ended
  readonly newPage: boolean; // begins a printed page
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: "prose"; readonly sentences: readonly Sentence[]; readonly together?: boolean } // as one paragraph
  | { readonly kind: "list"; readonly items: readonly Sentence[] }
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "figure"; readonly figure: Figure };

/** One of the numbers a report opens with. */
export interface KeyFigure {
  readonly label: string;
  readonly value: Sentence;
  readonly note: Sentence;
}

export interface Table {
  readonly caption: string;
  readonly head: readonly string[]; // the first column names rows, the others hold numbers or words
  readonly rows: readonly (readonly Sentence[])[];
  readonly words?: readonly number[]; // columns of words, set left
}

/** Text with the numbers in it marked. */
export interface Sentence {
  readonly parts: readonly Part[];
}

export type Part = string | Value | Day | Name;

/** A number as it is said, and where it comes from: see evidence.ts for paths. */
export interface Value {
  readonly said: string;
  readonly path: string;
  readonly value: number;
}

export interface Day {
  readonly said: string;
  readonly date: string; // ISO
}

/** What something is called; digits in it are no numbers. */
export interface Name {
  readonly said: string;
  readonly name: true;
}
