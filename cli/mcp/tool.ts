import { z } from "zod";
import { fingerprint, type Language, say, type Text } from "../../engine/index.ts";
import { LANGUAGES } from "../../engine/text/text.ts";
import type { Runner } from "../../workers/runner.ts";
import { version } from "../home.ts";
import type { Budget } from "./budget.ts";
import { FACT_SHAPE, factsOf, type Figure, FIGURE_SHAPE, figureLine } from "./figure.ts";
import type { Opened } from "./given.ts";
import { repeat } from "./mcp-words.ts";

/** What a tool works with. */
export interface Bench {
  readonly lang: Language;
  readonly runner: Runner;
  readonly budget: Budget;
  readonly signal: AbortSignal; // the caller's, who may have enough
  readonly onProgress: (done: number) => void;
}

/** What a tool says: prose, and the same for programs. */
interface Reply {
  readonly text: string;
  readonly structured: Readonly<Record<string, unknown>>;
}

/** A tool of the server: a verb of the command line as an assistant calls it. */
export interface Tool<Input extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly input: Input;
  readonly output: z.ZodRawShape;
  run(given: z.infer<z.ZodObject<Input>>, bench: Bench): Promise<Reply>;
}

/** A tool whose input is inferred, in a list with others. */
export const tool = <Input extends z.ZodRawShape>(given: Tool<Input>): Tool => given as unknown as Tool;

export const LANG = { lang: z.enum(LANGUAGES).optional().describe("language of the answer: en or zh") };
export const SEED = {
  seed: z
    .union([z.string().max(100), z.int()])
    .default(1)
    .describe("seed of all draws"),
};
export const runsOf = (usual: number, least = 1) =>
  z.int().min(least).max(10_000_000).default(usual).describe("how many runs, each with draws of its own");
export const OUTPUTS = {
  outputs: z
    .array(z.string().max(200))
    .min(1)
    .max(100)
    .optional()
    .describe("metric paths such as market.hhi, vendors.zhipu.tokenShare@2024-12-31, headline.priceFall"),
};

/** What every tool that runs something returns. */
export const ANSWER = {
  answer: z.string(),
  figures: z.array(FIGURE_SHAPE),
  facts: z.array(FACT_SHAPE).describe("sources behind the scenario's numbers"),
  details: z.record(z.string(), z.unknown()).describe("what --json of the verb prints"),
  provenance: z.object({
    program: z.literal("pricewar"),
    version: z.string(),
    command: z.string().describe("the command line that gives the same"),
    scenarios: z.array(z.object({ id: z.string(), hash: z.string() })),
    seed: z.string(),
    runs: z.number(),
  }),
  budget: z.object({ runs: z.number(), seconds: z.number() }).describe("what is left"),
};

/** What a tool has found, before it is put into words and shapes. */
export interface Finding {
  readonly answer: string;
  readonly figures: readonly Figure[];
  readonly details: unknown;
  readonly command: string;
  readonly seed: string | number;
  readonly runs: number;
}

/** NaN and infinity, which JSON has not, as null; and nothing but plain data. */
const plain = (x: unknown): unknown => JSON.parse(JSON.stringify(x ?? null));

export const hashOf = (opened: readonly Opened[]): string => {
  const all = opened.map(({ scenario }) => fingerprint(scenario));
  return all.length === 1 ? all[0] : fingerprint(all);
};

export function reply(found: Finding, opened: readonly Opened[], { lang, budget }: Bench): Reply {
  const { answer, figures, details, command, seed, runs } = found;
  const facts = opened.flatMap(factsOf).filter(({ id }, k, all) => all.findIndex((f) => f.id === id) === k);
  const scenarios = opened.map(({ scenario }) => ({ id: scenario.id, hash: fingerprint(scenario) }));
  const provenance = { program: "pricewar", version: version(), command, scenarios, seed: String(seed), runs };
  const lines = figures.slice(0, MOST_LINES).map((f) => figureLine(f, runs, lang));
  return {
    text: [answer, ...lines, say(repeat, lang)(command)].join("\n"),
    structured: { answer, figures, facts, details: plain(details) ?? {}, provenance, budget: budget.left },
  };
}

const MOST_LINES = 40; // of prose; the structure has all
