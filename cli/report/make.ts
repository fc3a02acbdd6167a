import { say } from "../../engine/index.ts";
import { buildReport } from "../../report/document/build.ts";
import { gather } from "../../report/document/gather.ts";
import { needsCauses, needsSwings } from "../../report/document/templates.ts";
import { textOf } from "../../report/document/sentence.ts";
import { drawing } from "../../workers/drawing.ts";
import { drawsOption } from "../draws.ts";
import { version } from "../home.ts";
import { print, printJson, progressLine, tell } from "../io.ts";
import { writtenTo } from "../progress-words.ts";
import { askedFor, checkMemory, refuseFiles, targetOf } from "./request.ts";
import { openSources } from "./sources.ts";
import { writeReport } from "./write.ts";
import { withRunner } from "../runner.ts";
import { shownIn } from "../reader-money.ts";
import type { Options } from "../verb.ts";

/** Runs what a report needs, makes it, writes it. @throws UsageError, ScenarioErrors, FolderError */
export async function makeReport(names: readonly string[], options: Options): Promise<void> {
  const { lang } = options;
  const asked = askedFor(names, options);
  const target = targetOf(options);
  const named = openSources(names, options);
  shownIn(asked.currency, named[0].scenario); // whether there is a rate
  checkMemory(named, asked.runs);
  refuseFiles(target, named, asked);
  const draws = drawsOption(options, named[0].scenario);
  const line = progressLine(named.map(({ scenario }) => say(scenario.title, lang)).join(" / "), options.quiet, lang);
  const arms = await withRunner(options, (pool, signal) =>
    gather(named, drawing(pool, draws), {
      ...asked,
      swings: needsSwings(asked),
      causes: needsCauses(asked),
      signal,
      onProgress: line.update,
    }),
  ).finally(line.end);
  const document = buildReport(arms, asked, version());
  const files = await writeReport(document, target);
  if (options.json) return printJson({ title: textOf(document.title), files });
  print(textOf(document.title));
  for (const file of files) tell(say(writtenTo, lang)(file));
}
