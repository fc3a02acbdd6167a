import { join } from "node:path";
import { buildReport } from "../../report/document/build.ts";
import { gather } from "../../report/document/gather.ts";
import { figures } from "../../report/figures/index.ts";
import { sections } from "../../report/document/sections/index.ts";
import { readJson } from "../folder/files.ts";
import { version } from "../home.ts";
import { say } from "../io.ts";
import { withRunner } from "../runner.ts";
import type { Options } from "../verb.ts";
import { openSources } from "./sources.ts";
import { writeReport } from "./write.ts";

/**
 * A run folder's charts and data as files of a report: its run is run again from the manifest, which gives the same numbers.
 * Without --out they go into the folder.
 */
export async function exportRun(folder: string, format: string, options: Options): Promise<void> {
  const { lang } = options;
  const named = openSources([folder], options);
  const { seed = "1" } = readJson(join(folder, "manifest.json")) as { readonly seed?: string };
  const shown = sections.ids().filter((id) => figures.has(id));
  const request = { names: [folder.split(/[\\/]/).findLast(Boolean) ?? folder], set: [], template: "", sections: ["summary", ...shown, "outcomes", "vendors"], lang, seed: String(seed), runs: 1, nash: false }; // prettier-ignore
  const arms = await withRunner(options, (pool, signal) => gather(named, pool, { ...request, swings: false, signal }));
  const document = buildReport(arms, request, version());
  const files = await writeReport(document, { folder: options.out ?? folder, base: null, formats: [format] });
  for (const file of files) say(lang === "zh" ? `已写入 ${file}` : `Written to ${file}`);
}
