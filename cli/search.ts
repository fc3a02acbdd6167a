import { say, type Text } from "../engine/index.ts";
import type { PreparedSearch } from "../experiments/prepared-search.ts";
import { print, printJson, progressLine, tell } from "./io.ts";
import { jsonText } from "./json.ts";
import { resultsIn } from "./progress-words.ts";
import type { Measurer } from "../workers/runner.ts";
import { withJournal } from "./runner.ts";
import type { Options } from "./verb.ts";

/** Runs a search with progress; what it found goes to --out, and to the terminal as text or JSON. */
export async function runSearch<Found>(
  prepared: PreparedSearch<Found>,
  label: Text,
  options: Options,
  text: (found: Found) => string,
): Promise<void> {
  const { lang } = options;
  const line = progressLine(say(label, lang), options.quiet, lang);
  const onTried = (tried: number) => line.update(Math.min(0.95, tried / prepared.evaluations));
  const search = (runner: Measurer, signal: AbortSignal) => prepared.run(runner, { signal, onTried });
  const found = await withJournal(options, search, jsonText).finally(line.end);
  if (options.out !== undefined) tell(say(resultsIn, lang)(options.out));
  if (options.json) printJson(found);
  else print(text(found));
}
