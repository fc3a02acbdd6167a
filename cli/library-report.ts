import type { Language, Scenario } from "../engine/index.ts";
import { inlineRunner } from "../workers/inline.ts";
import type { Runner } from "../workers/runner.ts";
import { buildReport } from "../report/document/build.ts";
import { gather } from "../report/document/gather.ts";
import { DEFAULT_TEMPLATE, needsCauses, needsSwings } from "../report/document/templates.ts";
import type { Artefact } from "../report/writers/artefact.ts";
import { baseName, writers } from "../report/writers/index.ts";
import { version } from "./home.ts";
import { provenanceOf } from "./report/provenance.ts";
import { checkOptions, checkScenario } from "./library-arguments.ts";
import { nodeHost } from "./report/host.ts";

export interface ReportOptions {
  /** Default html; see `pricewar report --help`. */
  readonly format?: string;
  /** Default brief. */
  readonly template?: string;
  /** Instead of a template. */
  readonly sections?: readonly string[];
  /** Default en. */
  readonly lang?: Language;
  /** Default 20. */
  readonly runs?: number;
  /** Default 1. */
  readonly seed?: string | number;
  /** Also price competition, for verdicts. */
  readonly nash?: boolean;
  /** What it is about, as `vendors.zhipu.tokenShare@2024-12-31`. */
  readonly focus?: string;
  /** Where runs happen: the caller's own thread unless told otherwise. */
  readonly runner?: Pick<Runner, "run" | "measure" | "width">;
  readonly signal?: AbortSignal;
}

const NAMES = ["format", "template", "sections", "lang", "runs", "seed", "nash", "focus", "runner", "signal"];

/**
 * A report on a scenario, held against a baseline where one is given: the files, by name. Nothing is written.
 * @throws when the format needs what this machine does not have (Chromium for PDF, a font for PNG), saying what
 */
export async function report(
  scenarios: readonly [Scenario, ...Scenario[]],
  options: ReportOptions = {},
): Promise<readonly Artefact[]> {
  const {
    format = "html",
    template = DEFAULT_TEMPLATE,
    sections,
    lang = "en",
    runs = 20,
    nash = false,
    focus,
  } = options;
  for (const scenario of scenarios) checkScenario("report", scenario);
  checkOptions("report", options, NAMES);
  const seed = String(options.seed ?? 1);
  const named = scenarios.map((scenario) => ({ scenario, provenance: provenanceOf(scenario) }));
  const how = {
    runs,
    seed,
    nash,
    swings: needsSwings({ template, sections }),
    causes: needsCauses({ template, sections }),
    focus,
    signal: options.signal,
  };
  const arms = await gather(named, options.runner ?? inlineRunner(), how);
  const names = scenarios.map(({ id }) => id);
  const document = buildReport(arms, { names, set: [], template, sections, lang, seed, runs, nash, focus }, version());
  return writers.get(format).write(document, nodeHost(lang), baseName(document));
}
