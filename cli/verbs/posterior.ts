import { knownTable, posteriorLines, predictedTable } from "../../words/posterior-words.ts";
import { preparePosterior } from "../../experiments/posterior.ts";
import { openDesign, scenarioOpener } from "../experiment.ts";
import { backendFlag, resumeFlag } from "../runner.ts";
import { runSearch } from "../search.ts";
import { plainTable } from "../terminal.ts";
import type { Verb } from "../verb.ts";

interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const posterior: Verb = {
  flags: [backendFlag, resumeFlag],
  writes: true,
  example: "pricewar posterior china-2024 --agents 300 --out known.json",
  async run([name], options) {
    const design = openDesign(name, options);
    const prepared = preparePosterior(design, scenarioOpener(name, design, options));
    const { scenario } = prepared;
    const { lang } = options;
    await runSearch(prepared, { en: "weighing", zh: "加权" }, options, (found) =>
      [
        posteriorLines(found, lang).join("\n"),
        table(knownTable(found, scenario, lang), [1, 2, 3, 4]),
        table(predictedTable(found, scenario, lang), [1, 2]),
      ].join("\n\n"),
    );
  },
};

function table({ head, rows }: Rows, right: readonly number[]): string {
  const out = plainTable(head, right);
  for (const row of rows) out.push([...row]);
  return out.toString();
}
