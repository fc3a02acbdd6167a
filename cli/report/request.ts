import { basename, dirname, extname } from "node:path";
import { freemem } from "node:os";
import { memoryNeeded, type Named } from "../../report/document/gather.ts";
import type { Asked } from "../../report/document/manifest.ts";
import { sections } from "../../report/document/sections/index.ts";
import { DEFAULT_TEMPLATE, templates } from "../../report/document/templates.ts";
import { writers } from "../../report/writers/index.ts";
import { nearest } from "../../engine/text/nearest.ts";
import { wholeNumber } from "../scenario.ts";
import { type Options, UsageError } from "../verb.ts";

export const DEFAULT_RUNS = 20;
const MOST_SCENARIOS = 6;

/** Words on the command line as a request for a report. @throws UsageError naming what there is. */
export function askedFor(names: readonly string[], options: Options): Asked {
  const { lang, seed, set, agents, weeks } = options;
  if (names.length > MOST_SCENARIOS)
    throw new UsageError(
      lang === "zh" ? `一份报告最多 ${MOST_SCENARIOS} 个情景` : `at most ${MOST_SCENARIOS} scenarios make a report`,
    );
  const chosen =
    options.sections === undefined
      ? undefined
      : String(options.sections)
          .split(",")
          .map((id) => id.trim());
  if (chosen) for (const id of chosen) known("--sections", id, sections.ids(), lang);
  const template = String(options.template ?? DEFAULT_TEMPLATE);
  known("--template", template, templates.ids(), lang);
  return {
    names: names.map((name) => basename(name)),
    set,
    template,
    sections: chosen,
    lang,
    seed,
    runs: wholeNumber("-n", String(options.runs ?? DEFAULT_RUNS), 1, 100_000),
    nash: options.nash === true,
    agents,
    weeks,
  };
}

function known(flag: string, id: string, ids: readonly string[], lang: Options["lang"]): void {
  if (ids.includes(id)) return;
  const near = nearest(id, [...ids]);
  throw new UsageError(
    lang === "zh"
      ? `${flag} ${id}：没有这一项${near ? `，是否指“${near}”？` : "。"}可选：${ids.join("、")}`
      : `${flag} ${id}: no such thing${near ? `; did you mean “${near}”?` : "."} There are ${ids.join(", ")}`,
  );
}

/** Where files go: --out names a folder, or one file whose ending says the format. */
export interface Target {
  readonly folder: string;
  readonly base: string | null; // file name without ending; null: the report's own
  readonly formats: readonly string[];
}

export function targetOf({ out, format, lang }: Options): Target {
  const ending = out === undefined ? "" : extname(out).slice(1).toLowerCase();
  const byEnding = writers.list().find((w) => w.extension === ending && !w.many);
  const formats =
    format === undefined
      ? [byEnding?.id ?? "html"]
      : String(format)
          .split(",")
          .map((id) => id.trim());
  for (const id of formats) known("--format", id, writers.ids(), lang);
  if (out === undefined) return { folder: ".", base: null, formats };
  if (!byEnding) return { folder: out, base: null, formats };
  return { folder: dirname(out), base: basename(out).slice(0, -ending.length - 1), formats };
}

const PART = 0.7; // of the memory that is free

/** A report holds every run at once. @throws UsageError where that would not fit, with what to do instead. */
export function checkMemory(named: readonly Named[], runs: number, { lang }: Pick<Options, "lang">): void {
  const [need, have] = [memoryNeeded(named, runs), PART * freemem()];
  if (need <= have) return;
  const most = Math.max(1, Math.floor((runs * have) / need));
  const gb = (x: number) => (x / 1e9).toFixed(1);
  throw new UsageError(
    lang === "zh"
      ? `-n ${runs}：报告需要同时保留所有运行，约 ${gb(need)} GB，可用约 ${gb(have)} GB。请用 -n ${most} 以内；更大的样本用 pricewar ensemble。`
      : `-n ${runs}: a report holds every run at once, about ${gb(need)} GB, and about ${gb(have)} GB is free. Use -n ${most} or less; pricewar ensemble takes any number.`,
  );
}
