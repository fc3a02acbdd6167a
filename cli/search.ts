import type { Text } from "../engine/index.ts";
import type { PreparedSearch } from "../experiments/prepared-search.ts";
import { print, progressLine, tell } from "./io.ts";
import { jsonLine, jsonText } from "./json.ts";
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
  const line = progressLine(label[lang], options.quiet, lang);
  const onTried = (tried: number) => line.update(Math.min(0.95, tried / prepared.evaluations));
  const search = (runner: Measurer, signal: AbortSignal) => prepared.run(runner, { signal, onTried });
  const found = await withJournal(options, search, jsonText).finally(line.end);
  if (options.out !== undefined) tell(lang === "zh" ? `结果已写入 ${options.out}` : `Results are in ${options.out}`);
  print(options.json ? jsonLine(found) : text(found));
}
