import { type Language, type Parameter, say } from "../../engine/index.ts";
import { catalogue, type Row } from "../catalogue.ts";
import { print, printJson } from "../io.ts";
import { noKind } from "../problem-words.ts";
import { roomAfter, wrapColumns } from "../text-width.ts";
import { UsageError, type Verb } from "../verb.ts";

export const list: Verb = {
  uses: ["plugin"],
  example: "pricewar list strategies",
  async run([registry], { lang, json }) {
    if (registry !== undefined && !catalogue[registry]) throw new UsageError(noKind(registry, Object.keys(catalogue)));
    const chosen = Object.entries(catalogue).filter(([name]) => registry === undefined || registry === name);
    if (json) {
      const pick = ({ id, label, description, parameters }: Row) => ({ id, label, description, parameters });
      printJson(Object.fromEntries(chosen.map(([name, s]) => [name, s.rows().map(pick)])));
      return;
    }
    for (const [, { label, rows }] of chosen) {
      print(say(label, lang));
      for (const { id, label: name, description, parameters = {} } of rows()) {
        const lines = [say(name, lang), ...wrapColumns(say(description, lang), roomAfter(INDENT))];
        print(`  ${`${id} `.padEnd(INDENT - 2)}${lines.join(`\n${" ".repeat(INDENT)}`)}`);
        if (registry !== undefined)
          for (const [key, p] of Object.entries(parameters)) print(parameterLine(key, p, lang));
      }
      print();
    }
  },
};

const INDENT = 26; // columns before what a row says

/** One parameter: its name in a file, what it is, its unit and its default. */
function parameterLine(name: string, { label, unit = "1", default: usual }: Parameter, lang: Language): string {
  const value = usual === undefined || usual === "" ? "" : typeof usual === "object" ? "" : ` = ${String(usual)}`;
  return `      ${name.padEnd(20)}${say(label, lang)}${unit === "1" ? "" : ` [${unit}]`}${value}`;
}
