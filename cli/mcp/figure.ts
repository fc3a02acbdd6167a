import { z } from "zod";
import { fingerprint, type Language, parseOutput, say, type Scenario } from "../../engine/index.ts";
import { taggedSources } from "../../report/document/manifest.ts";
import { canonicalUnit, outputName } from "../../words/output-words.ts";
import type { Opened } from "./given.ts";
import { FIGURE } from "./mcp-words.ts";

const BANDS = ["p10-p90", "p5-p95", "ci95"] as const;

/** A number that says where it comes from. */
export const FIGURE_SHAPE = z.object({
  path: z.string().describe("the metric, as --output and design files name it"),
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  date: z.string().describe("the day, or the days from..to, that it is of"),
  band: z.enum(BANDS).nullable().describe("the middle eight or nine of ten runs, or a 95 % interval of the mean"),
  low: z.number().nullable(),
  high: z.number().nullable(),
  base: z.number().nullable().optional().describe("of a difference: what the baseline has"),
  other: z.number().nullable().optional().describe("of a difference: what the other has"),
  seeds: z.string().describe("seed/replications"),
  fingerprint: z.string().describe("hash of scenario, seeds, path and numbers; equal only where all are"),
  facts: z.array(z.string()).describe("ids in the result's facts"),
});

export type Figure = z.infer<typeof FIGURE_SHAPE>;

export const FACT_SHAPE = z.object({
  id: z.string(),
  title: z.string(),
  date: z.string().optional(),
  url: z.string().optional(),
  basis: z.string().optional().describe("seed, public, calibrated, assumption or unverified"),
  numbers: z.number().describe("how many numbers of the scenario rest on it"),
});

type Fact = z.infer<typeof FACT_SHAPE>;

/** Sources that numbers of the scenario rest on. */
export const factsOf = (opened: Opened): Fact[] =>
  taggedSources(opened)
    .filter(({ numbers }) => numbers > 0)
    .map(({ id, title, date, url, basis, numbers }) => ({ id, title, date, url, basis, numbers }));

/** Of those, the ones behind a vendor's own numbers, where it has any; else all. */
function behind(path: string, { provenance }: Opened): string[] {
  const [, vendor] = /^(?:vendors|products)\.([^.]+)\./.exec(path) ?? [];
  const under = (start: string) =>
    Object.entries(provenance).flatMap(([at, { source }]) => (source && at.startsWith(start) ? [source] : []));
  const own = vendor === undefined ? [] : under(`vendors.${vendor}.`);
  return [...new Set(own.length > 0 ? own : under(""))];
}

/** What is known of a number besides its path. */
interface Numbers {
  readonly value: number;
  readonly band?: Figure["band"];
  readonly low?: number;
  readonly high?: number;
  readonly base?: number;
  readonly other?: number;
  readonly unit?: string;
  readonly name?: string;
  readonly date?: string;
}

/** Who says it: a scenario and the runs made of it. */
export interface Said {
  readonly opened: Opened;
  readonly hash: string; // of the scenario or scenarios
  readonly seeds: string;
  readonly lang: Language;
}

const finite = (x: number | undefined): number | null => (x !== undefined && Number.isFinite(x) ? x : null);

export function figure(path: string, numbers: Numbers, { opened, hash, seeds, lang }: Said): Figure {
  const { scenario } = opened;
  const values = { value: finite(numbers.value), low: finite(numbers.low), high: finite(numbers.high) };
  return {
    path,
    name: numbers.name ?? outputName(path, scenario, lang),
    ...values,
    unit: numbers.unit ?? unitOf(path, scenario),
    date: numbers.date ?? daysOf(path, scenario),
    band: numbers.band ?? null,
    ...(numbers.base !== undefined && { base: finite(numbers.base) }),
    ...(numbers.other !== undefined && { other: finite(numbers.other) }),
    seeds,
    fingerprint: fingerprint({ hash, seeds, path, values }),
    facts: behind(path, opened),
  };
}

/** “CNY/Mtok”, “CNY/week”, “1” for shares. */
function unitOf(path: string, scenario: Scenario): string {
  const unit = canonicalUnit(path, scenario).replace("money", scenario.currency);
  return unit === "" ? "1" : unit;
}

function daysOf(path: string, { clock }: Scenario): string {
  const { period, over } = parseOutput(path) ?? {};
  const { from, to } = period ?? { from: clock.start, to: clock.end };
  if (over === "end") return to;
  return from === to || over === "start" ? from : `${from}..${to}`;
}

/** A figure as a line of prose: for those who read no structure. */
export function figureLine(f: Figure, runs: number, lang: Language): string {
  const words = say(FIGURE, lang);
  const text = (x: number | null) => (x === null ? "–" : Number(x.toPrecision(4)).toString());
  const about = { "p10-p90": words.band, "p5-p95": words.wideBand, ci95: words.interval };
  const spread = f.band === null ? words.one : about[f.band](text(f.low), text(f.high), runs);
  const arms = f.base === undefined ? "" : ` (${text(f.base)} → ${text(f.other ?? null)})`;
  return `- ${f.name}: ${text(f.value)}${f.unit === "1" ? "" : ` ${f.unit}`}${arms} [${f.path}, ${f.date}; ${spread}]`;
}
