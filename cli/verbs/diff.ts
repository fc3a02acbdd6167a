import { say } from "../../engine/index.ts";
import { BUCKET_HEADS, DIFFING, SCENARIO, total, WHY, WHY_HEAD, WORST } from "../diff/diff-words.ts";
import { diffLibrary, type Row } from "../diff/library.ts";
import { askOther, otherVersion } from "../diff/other.ts";
import { version } from "../home.ts";
import { print, printJson, progressLine } from "../io.ts";
import { withRunner } from "../runner.ts";
import { plainTable } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";

export const diff: Verb = {
  uses: ["seed", "agents", "weeks", "workers", "kernel"],
  example: "pricewar diff . --agents 300 --weeks 4",
  async run([name], options) {
    const other = otherVersion(name);
    const line = progressLine(say(DIFFING, options.lang), options.quiet, options.lang);
    const { rows, before } = await withRunner(options, async (runner, signal) => {
      const found = await diffLibrary({ other, runner, signal, options }, line.update);
      return { rows: found, before: (await askOther(other, ["--version"], signal)).trim() };
    }).finally(line.end);
    if (options.json) printJson({ before, after: version(), scenarios: rows });
    else print(asText(rows, before, options));
  },
};

/** A table a scenario a row: how many of its numbers moved by how much, why, and which moved most. */
function asText(rows: readonly Row[], before: string, { lang }: Options): string {
  const head = [say(SCENARIO, lang), ...BUCKET_HEADS, say(WHY_HEAD, lang), say(WORST, lang)];
  const table = plainTable(head, [1, 2, 3, 4, 5, 6]);
  for (const { id, why, found } of rows) {
    const counts = BUCKET_HEADS.map((_, k) => (found && found.counts[k] > 0 ? String(found.counts[k]) : ""));
    table.push([id, ...counts, say(WHY[why], lang), found?.worst ? worstText(found.worst) : ""]);
  }
  const same = rows.filter(({ why }) => why === "same").length;
  return `${table.toString()}\n\n${say(total, lang)(same, rows.length, before)}`;
}

const worstText = ({ path, before, after }: NonNullable<NonNullable<Row["found"]>["worst"]>): string => {
  const short = (x: number | null) => (x === null ? "–" : String(Number(x.toPrecision(3))));
  return `${path} ${short(before)} → ${short(after)}`;
};
