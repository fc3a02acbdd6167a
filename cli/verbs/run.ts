import { headline, recordingFingerprint, say } from "../../engine/index.ts";
import { print, printJson, progressLine, tell } from "../io.ts";
import { refuseExisting } from "../folder/files.ts";
import { writeRunFolder } from "../run-folder.ts";
import { runJson } from "../run-json.ts";
import { withRunner } from "../runner.ts";
import { openAloud } from "../scenario.ts";
import { ANECDOTE, FINGERPRINT, SEED } from "../table-words.ts";
import { headlineText, priceTable, segmentTable, shareChart, vendorTable } from "../terminal.ts";
import type { Verb } from "../verb.ts";

export const runVerb: Verb = {
  flags: [["--per-1k", { en: "prices per 1,000 tokens", zh: "价格按每千 token 计" }]],
  writes: true,
  example: "pricewar run china-2024 --set vendors.deepseek.products.v2.price.input='4 CNY/Mtok'",
  async run([name], given) {
    const { scenario, provenance } = openAloud(name, given);
    // A game is played with a seed of its own: replayed without another, it gives the numbers that the players saw.
    const options = { ...given, seed: given.seedGiven ? given.seed : (scenario.game?.seed ?? given.seed) };
    if (options.out) refuseExisting(options.out); // before the run, not after it
    const line = progressLine(say(scenario.title, options.lang), options.quiet, options.lang);
    const recording = await withRunner(options, (pool, signal) =>
      pool.run({ scenario, seed: options.seed }, { signal, onProgress: line.update }),
    ).finally(line.end);
    if (!options.quiet) for (const note of recording.notes) tell(say(note, options.lang));
    if (options.out) tell(await writeRunFolder(options.out, { name, scenario, provenance }, recording, options));
    if (options.json) return printJson(runJson(recording, scenario, options.seed));
    print(headlineText(headline(recording), scenario, options.lang));
    if (options.quiet) return;
    print(`\n${shareChart(recording, scenario, options.lang)}`);
    print(vendorTable(recording, scenario, options.lang));
    print(`\n${segmentTable(recording, scenario, options.lang)}`);
    print(`\n${priceTable(recording, scenario, options.lang, given.per1k ? "ktok" : "Mtok")}`);
    const [seed, fingerprint] = [say(SEED, options.lang), say(FINGERPRINT, options.lang)];
    print(`\n${seed} ${options.seed}  ${fingerprint} ${recordingFingerprint(recording)}`);
    print(say(ANECDOTE, options.lang));
  },
};
