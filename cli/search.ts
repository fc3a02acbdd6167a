import type { Text } from "../engine/index.ts";
import type { PreparedSearch } from "../workers/prepared-search.ts";
import { writeWhole } from "./folder/files.ts";
import { print, progressLine, say } from "./io.ts";
import { jsonLine, jsonText } from "./json.ts";
import { withMeasurer } from "./runner.ts";
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
  const found = await withMeasurer(options, (runner, signal) => prepared.run(runner, { signal, onTried })).finally(line.end); // prettier-ignore
  if (options.out !== undefined) {
    writeWhole(options.out, jsonText(found));
    say(lang === "zh" ? `结果已写入 ${options.out}` : `Results are in ${options.out}`);
  }
  print(options.json ? jsonLine(found) : text(found));
}
