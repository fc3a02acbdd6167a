import { headline, recordingFingerprint, type Recording, restated, say, type Scenario } from "../../engine/index.ts";
import { print, printJson, progressLine, tell } from "../io.ts";
import { refuseExisting } from "../folder/files.ts";
import { writeRunFolder } from "../run-folder.ts";
import { currencyAsked, currencyFlag, shownAt, shownIn } from "../reader-money.ts";
import { runJson } from "../run-json.ts";
import { withRunner } from "../runner.ts";
import { openAloud } from "../scenario.ts";
import { ANECDOTE, FINGERPRINT, SEED } from "../table-words.ts";
import { headlineText, priceTable, segmentTable, shareChart, vendorTable } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";

export const runVerb: Verb = {
  flags: [["--per-1k", { en: "prices per 1,000 tokens", zh: "价格按每千 token 计" }], currencyFlag],
  writes: true,
  example: "pricewar run china-2024 --set vendors.deepseek.products.v2.price.input='4 CNY/Mtok'",
  async run([name], given) {
    const { scenario, provenance } = openAloud(name, given);
    // A game is played with a seed of its own: replayed without another, it gives the numbers that the players saw.
    const options = { ...given, seed: given.seedGiven ? given.seed : (scenario.game?.seed ?? given.seed) };
    const shown = shownIn(currencyAsked(options), scenario);
    if (options.out) refuseExisting(options.out); // before the run, not after it
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    const recording = await withRunner(options, (pool, signal) =>
      pool.run({ scenario, seed: options.seed }, { signal, onProgress: line.update }),
    ).finally(line.end);
    if (!options.quiet) for (const note of recording.notes) tell(say(note, options.lang));
    if (options.out) tell(await writeRunFolder(options.out, { name, scenario, provenance }, recording, options));
    const fingerprint = recordingFingerprint(recording);
    const read = restated(recording, shown.rate);
    if (options.json)
      return printJson({ ...runJson(read, scenario, options.seed), currency: shown.scenario.currency, fingerprint });
    print(headlineText(headline(read), shown.scenario, options.lang));
    if (options.quiet) return;
    printTables(read, shown.scenario, options);
    if (shown.rate !== 1) print(`\n${say(shownAt(shown, scenario.currency), options.lang)}`);
    print(`\n${say(SEED, options.lang)} ${options.seed}  ${say(FINGERPRINT, options.lang)} ${fingerprint}`);
    print(say(ANECDOTE, options.lang));
  },
};

function printTables(recording: Recording, scenario: Scenario, { lang, per1k }: Options): void {
  print(`\n${shareChart(recording, scenario, lang)}`);
  print(vendorTable(recording, scenario, lang));
  print(`\n${segmentTable(recording, scenario, lang)}`);
  print(`\n${priceTable(recording, scenario, lang, per1k ? "ktok" : "Mtok")}`);
}
