import type { ScenarioFile } from "../../engine/authoring.ts";
import {
  headline,
  recordingFingerprint,
  type Recording,
  restated,
  say,
  type Scenario,
  type Text,
} from "../../engine/index.ts";
import { builtScenario } from "../built-scenario.ts";
import { print, printJson, progressLine, tell } from "../io.ts";
import { refuseExisting } from "../folder/files.ts";
import { currencyFlag } from "../currency-flag.ts";
import { runJson } from "../run-json.ts";
import { withOneRunner } from "../runner.ts";
import { ANECDOTE, FINGERPRINT, SEED } from "../table-words.ts";
import { headlineText, priceTable, segmentTable, shareChart, vendorTable } from "../terminal.ts";
import type { Shown } from "../reader-money.ts";
import type { Options, Verb } from "../verb.ts";

export const runVerb: Verb = {
  flags: [
    ["--per-1k", { en: "prices per 1,000 tokens", zh: "价格按每千 token 计" }],
    [
      "--no-sql",
      {
        en: "with --out: without sql.html, the page of 12 MB that answers in SQL",
        zh: "与 --out 同用：不写 sql.html（可用 SQL 查询的网页，12 MB）",
      },
    ],
    currencyFlag,
  ],
  writes: true,
  example: "pricewar run china-2024 --set vendors.deepseek.products.v2.price.input='4 CNY/Mtok'",
  async run([name], given) {
    const { scenario, provenance } = await openAloud(name, given);
    // A game is played with a seed of its own: replayed without another, it gives the numbers that the players saw.
    const options = { ...given, seed: given.seedGiven ? given.seed : (scenario.game?.seed ?? given.seed) };
    const shown = await shownAsked(options, scenario);
    if (options.out) refuseExisting(options.out); // before the run, not after it
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    const recording = await withOneRunner(scenario, options, (pool, signal) =>
      pool.run({ scenario, seed: options.seed }, { signal, onProgress: line.update }),
    ).finally(line.end);
    if (!options.quiet) for (const note of recording.notes) tell(say(note, options.lang));
    if (options.out) {
      const { writeRunFolder } = await import("../run-folder.ts"); // with reports and tables it takes long to load
      tell(await writeRunFolder(options.out, { name, scenario, provenance }, recording, options));
    }
    const fingerprint = recordingFingerprint(recording);
    const read = restated(recording, shown.rate);
    if (options.json)
      return printJson({ ...runJson(read, scenario, options.seed), currency: shown.scenario.currency, fingerprint });
    print(headlineText(headline(read), shown.scenario, options.lang));
    if (options.quiet) return;
    printTables(read, shown.scenario, options);
    if (shown.note) print(`\n${say(shown.note, options.lang)}`);
    print(`\n${say(SEED, options.lang)} ${options.seed}  ${say(FINGERPRINT, options.lang)} ${fingerprint}`);
    print(say(ANECDOTE, options.lang));
  },
};

// What reads files of scenarios takes longer to load than a run: it is loaded where there is something to read.

async function openAloud(name: string, given: Options): Promise<ScenarioFile> {
  const built = builtScenario(name, given);
  return built?.notes.length === 0 ? built : (await import("../scenario.ts")).openAloud(name, given);
}

async function shownAsked(options: Options, scenario: Scenario): Promise<Shown & { readonly note?: Text }> {
  if (options.currency === undefined) return { scenario, rate: 1 };
  const { shownAsAsked, shownAt } = await import("../reader-money.ts");
  const shown = shownAsAsked(options, scenario);
  return { ...shown, note: shown.rate === 1 ? undefined : shownAt(shown, scenario.currency) };
}

function printTables(recording: Recording, scenario: Scenario, { lang, per1k }: Options): void {
  print(`\n${shareChart(recording, scenario, lang)}`);
  print(vendorTable(recording, scenario, lang));
  print(`\n${segmentTable(recording, scenario, lang)}`);
  print(`\n${priceTable(recording, scenario, lang, per1k ? "ktok" : "Mtok")}`);
}
