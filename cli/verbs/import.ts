import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { readScenario, ScenarioErrors } from "../../engine/authoring.ts";
import { decodeText } from "../../engine/text/decode.ts";
import { type Language, readDate, say, type Text } from "../../engine/index.ts";
import { changesSince } from "../../prices/changes.ts";
import { csvOf } from "../../prices/csv.ts";
import { rowsOf } from "../../prices/of-scenario.ts";
import { asOf, type Plan, planOf } from "../../prices/plan.ts";
import { type Preview, previewOf } from "../../prices/preview.ts";
import { DOUBTFUL, LEFT_OUT } from "../../prices/preview-words.ts";
import { readPriceFile, readPrices } from "../../prices/read.ts";
import type { PriceFile } from "../../prices/row.ts";
import { scenarioTextOf } from "../../prices/scenario-text.ts";
import { idOf } from "../../prices/vendor-names.ts";
import { labelled } from "../../words/punctuation.ts";
import { ownFile, ownPaste, refuseExisting, writeWhole } from "../folder/files.ts";
import { packageHome } from "../home.ts";
import { print, printJson } from "../io.ts";
import { inLibrary, openAloud, openScenario, scenarioText } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import * as words from "./import-words.ts";

const MAX_BYTES = 20_000_000;
const MOST_NAMED = 100; // rows of one reason; --json has all

export const importVerb: Verb = {
  uses: ["set"],
  writes: true,
  files: ["csv"],
  flags: [
    ["--onto <scenario>", { en: "the scenario whose prices they are (default today)", zh: "改哪个情景（默认 today）" }],
    [
      "--alone",
      { en: "leave out vendors and products that the file does not name", zh: "只保留文件里出现的厂商和产品" },
    ],
    ["--from <date>", { en: "day from which undated prices hold", zh: "未注明日期的价格从哪天起生效" }],
    ["--changes", { en: "only what is otherwise than in scenarios/facts", zh: "只取与 scenarios/facts 不同的价格" }],
    ["--csv <file>", { en: "writes the price lists as a table", zh: "把价目写成表格" }],
  ],
  example: "pricewar import today --csv my-prices.csv",
  async run([given], options) {
    const base = typeof options.onto === "string" ? options.onto : "today";
    const read = await opened(given, options);
    const { scenario } = openAloud(base, options);
    const file = dated(options.changes === true ? changed(read) : read, options);
    const plan = planOf(file, scenario);
    if (typeof options.csv === "string") keep(options.csv, csvOf(file.rows));
    const empty = plan.planned.length === 0;
    const same = options.changes === true && empty && read.rows.length > 0;
    if (options.out !== undefined && empty && !same) throw new UsageError(words.NOTHING);
    if (options.out !== undefined && !same) keep(options.out, patch(given, base, file, plan, options));
    const files = [options.csv, same ? undefined : options.out].filter((name) => typeof name === "string");
    if (options.json)
      return printJson({ format: file.format, licence: file.licence, notes: file.notes, ...plan, files });
    show(file, plan, options);
    for (const name of files) print(say(words.wrote, options.lang)(name));
    if (same) print(say(words.SAME, options.lang));
    else if (options.out !== undefined) print(say(words.next, options.lang)(base, options.out));
    else if (files.length === 0) print(say(words.HINT, options.lang));
  },
};

/** A file of prices, a paste on standard input (-), or the price lists of a scenario. */
async function opened(given: string, options: Options): Promise<PriceFile> {
  if (inLibrary(given) || /\.ya?ml$/.test(given)) {
    const rows = rowsOf(openScenario(given, options).scenario);
    return { format: words.SCENARIO, licence: words.OWN, rows, skipped: [], notes: [] };
  }
  const bytes = given === "-" ? await ownPaste(MAX_BYTES) : ownFile(given, MAX_BYTES);
  const file = await readPriceFile(new Uint8Array(bytes));
  if (!file) throw new UsageError(words.noPrices(given));
  return file;
}

function dated(file: PriceFile, { from }: Options): PriceFile {
  if (from === undefined) return file;
  const date = readDate(from);
  if (date === null) throw new UsageError(words.NO_DATE);
  return asOf(file, date);
}

/** Only the rows that the record has otherwise. */
function changed(file: PriceFile): PriceFile {
  const path = join(packageHome(), "scenarios", "facts", "prices.csv");
  const record = readPrices(decodeText(readFileSync(path)))!;
  return { ...file, rows: changesSince(record, file).map(({ row }) => row) };
}

function patch(given: string, base: string, file: PriceFile, plan: Plan, { alone, out, onto, set }: Options): string {
  const { scenario } = openScenario(base, { set });
  const { fx } = openScenario(base, { set: [] }).scenario;
  const used = new Set(plan.planned.map(({ row }) => row.currency));
  const rates = Object.fromEntries(Object.entries(scenario.fx).filter(([c, rate]) => used.has(c) && fx[c] !== rate));
  const id = idOf(basename(out!).replace(/\.[^.]*$/, "")) || "my-prices";
  const path = typeof onto === "string" && /\.ya?ml$/.test(onto) ? relative(join(out!, ".."), onto) : base;
  const source = given === "-" ? "a paste" : basename(given);
  const { format, licence } = file;
  const asked = { id, base: path, file: source, format, licence, alone: alone === true, rates };
  const text = scenarioTextOf(plan, scenario, asked);
  return sound(text, out!);
}

/** What is written can be read. @throws UsageError that says what of the rows cannot be in a scenario. */
function sound(text: string, file: string): string {
  try {
    readScenario(text, { file, resolve: (parent) => scenarioText(parent, dirname(resolve(file))) });
    return text;
  } catch (error) {
    if (error instanceof ScenarioErrors) throw new UsageError(words.unsound(file, error.problems));
    throw error;
  }
}

function keep(path: string, text: string): void {
  refuseExisting(path);
  writeWhole(path, text);
}

function show(file: PriceFile, plan: Plan, { lang }: Options): void {
  const { summary, notes, head, rows, doubtful, skipped } = previewOf(file, plan, lang);
  for (const line of [summary, ...notes]) print(paragraph(line));
  if (rows.length > 0) {
    const table = plainTable(head, [6]);
    table.push(...rows);
    print(`\n${table.toString()}`);
  }
  reasons(DOUBTFUL, doubtful, lang);
  reasons(LEFT_OUT, skipped, lang);
  print();
}

function reasons(title: Text, found: Preview["skipped"], lang: Language): void {
  if (found.length > 0) print(`\n${say(title, lang)}`);
  for (const { why, names } of found) {
    const more = names.length - MOST_NAMED;
    const some = more > 0 ? [...names.slice(0, MOST_NAMED), say(words.more, lang)(more)] : names;
    const text = labelled(why, some.join(", "), lang);
    print(`  ${paragraph(text, 4)}`);
  }
}
