import type { Language, Scenario, Text } from "../../../engine/index.ts";
import type { Teaching } from "./teaching.ts";

/** The sections of a lesson's Markdown, in the order they are read. */
export const SECTIONS = ["question", "read", "predict", "run", "explain", "check"] as const;
export type Section = (typeof SECTIONS)[number];

/** What is drawn: the same in both languages. */
export interface Draw {
  readonly series: string; // path of the series predicted, as in `expect`
  readonly scale: readonly [number, number]; // of the chart, in the series' own unit
  readonly from: string; // ISO date up to which the line is given
  readonly points: number; // how many are drawn
  readonly seeds: number; // runs shown together; 1 where nothing is drawn at random
  readonly also: readonly string[]; // series shown next to the predicted one after the run
}

export interface Choice {
  readonly text: string; // HTML, like every text below
  readonly right: boolean;
  readonly feedback: string;
}

export interface LessonWords {
  readonly what: string; // name of the series predicted, plain
  readonly unit: string;
  readonly per: number; // one of that unit, in the series' own
  readonly also: readonly string[]; // names of those series
  readonly sections: Readonly<Record<Exclude<Section, "check">, string>>;
  readonly check: { readonly question: string; readonly choices: readonly Choice[] };
}

export interface Lesson {
  readonly id: string; // its folder
  readonly minutes: number; // for a reader alone
  readonly scenario: Scenario;
  /** The same without the lesson's mechanism: its title names the change, its description what that shows. */
  readonly without: Scenario;
  readonly text: string; // of scenario.yaml
  readonly base: string; // library scenario that it extends
  readonly draw: Draw;
  readonly words: Readonly<Record<Language, LessonWords>>;
}

export interface LessonEntry {
  readonly id: string;
  readonly minutes: number;
  readonly title: Text;
  readonly question: Text;
  readonly aim: Text; // of who teaches it
  load(): Promise<Lesson>;
  teaching(): Promise<Teaching>;
}
