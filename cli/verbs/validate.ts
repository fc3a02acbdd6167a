import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, say } from "../../engine/index.ts";
import { type CaseFile, validate, type Row as ValidationRow, type Verdict } from "../../engine/validation.ts";
import { COLON } from "../../words/punctuation.ts";
import { decodeText } from "../../engine/text/decode.ts";
import { ownFile } from "../folder/files.ts";
import { packageHome } from "../home.ts";
import { print, printJson, progressLine } from "../io.ts";
import { padEndColumns } from "../../words/columns.ts";
import { lacks, noCase, notJson } from "../problem-words.ts";
import { VALIDATING } from "../progress-words.ts";
import { roomAfter, wrapColumns } from "../text-width.ts";
import { UsageError, type Verb } from "../verb.ts";
import * as words from "./verb-words.ts";

export const validateVerb: Verb = {
  uses: [],
  flags: [["--all", { en: "also what takes minutes", zh: "包括耗时数分钟的算例" }]],
  example: "pricewar validate c01a_logit_bertrand_symmetric",
  async run([name], options) {
    const files = casesNamed(name);
    const line = progressLine(say(VALIDATING, options.lang), options.quiet, options.lang);
    const verdicts: Verdict[] = [];
    for (const [k, file] of files.entries()) {
      const work = validate(file, { all: options.all === true || name !== undefined });
      let step = work.next();
      for (; !step.done; step = work.next()) {
        line.update((k + step.value) / files.length);
        await breath();
      }
      verdicts.push(step.value);
    }
    line.end();
    if (options.json) printJson({ cases: verdicts.map(asJson) });
    else print(asText(verdicts, options.lang, name !== undefined));
    const failed = idsOf(verdicts, "fail");
    if (failed.length > 0) throw new Error(say(words.outsideTolerance, options.lang)(failed));
    const open = idsOf(verdicts, "not-covered");
    if (open.length > 0) throw new UsageError(say(words.leftOpen, options.lang)(open));
  },
};

/** A moment for Ctrl-C to be heard. */
const breath = () => new Promise<void>((resolve) => void setImmediate(resolve));

const validationFolder = () => join(packageHome(), "scenarios", "validation");

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as CaseFile;

/** The cases that come with the package. */
export const validationCases = (): CaseFile[] =>
  readdirSync(validationFolder())
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => read(join(validationFolder(), file)));

/** All cases, one of them by id or the start of it, or one in a file of the user's own. */
function casesNamed(name: string | undefined): CaseFile[] {
  if (name !== undefined && existsSync(name)) return [readOwn(name)];
  const all = validationCases();
  if (name === undefined) return all;
  const chosen = all.filter((c) => c.id === name || c.id.startsWith(`${name}_`));
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    noCase(
      name,
      all.map((c) => c.id),
    ),
  );
}

function readOwn(file: string): CaseFile {
  const text = decodeText(ownFile(file));
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new UsageError(notJson(file, (error as Error).message), { cause: error });
  }
  const record = typeof found === "object" && found !== null ? found : {};
  const missing = ["id", "topic", "params", "expected", "tolerance"].filter((key) => !(key in record));
  if (missing.length === 0) return { title: "", source: "", ...record } as CaseFile;
  throw new UsageError(lacks(file, missing));
}

function asJson({ id, title, source, status, rows, reason }: Verdict): unknown {
  const by = (f: (r: ValidationRow) => ValidationRow["got"]) => Object.fromEntries(rows.map((r) => [r.path, f(r)]));
  return {
    id,
    title: title.en,
    source: source.en,
    status,
    expected: by((r) => r.expected),
    got: by((r) => r.got),
    tolerance: by((r) => r.tolerance),
    pass: status === "pass" ? true : status === "fail" ? false : null,
    ...(reason && { reason }),
  };
}

const whatAndWhence = ({ label, reason, source }: Verdict, lang: Language): string =>
  [label, reason ?? source].flatMap((text) => (text ? [say(text, lang)] : [])).join(say(COLON, lang));

function asText(verdicts: readonly Verdict[], lang: Language, detailed: boolean): string {
  const lines = verdicts.flatMap((v) => {
    const count = v.rows.length > 0 ? `${v.rows.filter((r) => r.pass).length}/${v.rows.length}` : "";
    const shown = v.rows.filter((r) => detailed || !r.pass).slice(0, detailed ? 200 : 8);
    return [
      `${padEndColumns(say(words.STATUS[v.status], lang), 12)}${v.id.padEnd(40)}${count.padStart(10)}`,
      ...wrapColumns(whatAndWhence(v, lang), roomAfter(12)).map((line) => `${" ".repeat(12)}${line}`),
      ...shown.map((r) => rowText(r, lang)),
    ];
  });
  return [...lines, "", tally(verdicts, lang)].join("\n");
}

function rowText({ path, expected, got, tolerance, pass }: ValidationRow, lang: Language): string {
  const near = Number.isNaN(tolerance) ? "" : ` ± ${tolerance.toPrecision(2)}`;
  const told = say(words.expectedAndGot, lang)(`${String(expected)}${near}`, String(got));
  return `${" ".repeat(12)}${pass ? "✓" : "✗"} ${path}: ${told}`;
}

function tally(verdicts: readonly Verdict[], lang: Language): string {
  const count = (status: Verdict["status"]) => verdicts.filter((v) => v.status === status).length;
  const counts = { pass: count("pass"), fail: count("fail"), "not-covered": count("not-covered"), slow: count("slow") };
  return say(words.tally, lang)(
    counts,
    verdicts.reduce((sum, v) => sum + v.rows.length, 0),
  );
}

const idsOf = (verdicts: readonly Verdict[], status: Verdict["status"]): string[] =>
  verdicts.filter((v) => v.status === status).map((v) => v.id);
