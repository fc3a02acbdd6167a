import type { Text } from "../text/text.ts";

/**
 * A published or independently computed result: inputs, numbers to reproduce and how near. The files lie in
 * scenarios/validation; the engine only ever sees their content.
 */
export interface CaseFile {
  readonly id: string;
  readonly title: string | Text; // a plain text is the same in both languages
  readonly topic: string;
  readonly source: string | Text;
  readonly params: Tree;
  readonly expected: Tree;
  readonly tolerance: Tree;
  readonly notes?: string | null;
}

/** JSON as read: numbers, texts, lists and records of them. */
export type Tree = number | string | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };
export type Branch = { readonly [key: string]: Tree };

/** One number against another. */
export interface Row {
  readonly path: string; // where in `expected`
  readonly expected: number | string | boolean | null;
  readonly got: number | string | boolean | null;
  readonly tolerance: number; // largest |got - expected| that passes; NaN for texts and yes/no
  readonly pass: boolean;
}

/** Work in slices: yields the share done, returns the rows, so that a worker can show progress and stop. */
export type Checking = Generator<number, Row[]>;

/**
 * Reproduces the cases of one kind. One file, and one line on the registry. A checker computes from `params` alone and
 * answers for any case of its kind, not for the ones in the folder only.
 */
export interface Checker {
  readonly id: string;
  readonly label: Text;
  /** Whether this checker's solver covers the case; looks at its topic and parameters. */
  accepts(file: CaseFile): boolean;
  /** More than a few seconds of work: left to `validate --all`. */
  slow?(file: CaseFile): boolean;
  check(file: CaseFile): Checking;
}

/** A case held against the engine. */
export interface Verdict {
  readonly id: string;
  readonly title: Text;
  /** What kind of case it is, in the words of its checker. */
  readonly label?: Text;
  readonly source: Text;
  readonly status: "pass" | "fail" | "not-covered" | "slow";
  readonly rows: readonly Row[];
  /** Why it was not run. */
  readonly reason?: Text;
}
