import { z } from "zod";
import { readScenario, type ScenarioFile } from "../../engine/authoring.ts";
import { quoted } from "../../report/document/manifest.ts";
import { libraryText } from "../scenario.ts";
import { UsageError } from "../verb.ts";
import { ONE_SOURCE } from "./mcp-words.ts";

const MOST_TEXT = 200_000; // characters of a scenario

/** How a call names a scenario: an id of the library or a text, never a file; and what is set over it. */
export const GIVEN = {
  scenario: z
    .string()
    .max(MOST_TEXT)
    .optional()
    .describe("id of a library scenario, as list gives it, e.g. china-2024"),
  yaml: z.string().max(MOST_TEXT).optional().describe("instead: the text of a scenario file; may extend a library id"),
  set: z
    .record(z.string().max(300), z.union([z.string().max(2000), z.number(), z.boolean()]))
    .optional()
    .describe("values set over it, by path, units allowed: {'vendors.deepseek.products.v2.price.input': '4 CNY/Mtok'}"),
  weeks: z.int().min(1).max(5200).optional().describe("stop after so many weeks"),
  agents: z.int().min(1).max(20_000_000).optional().describe("how many people are simulated"),
};

/** One of several scenarios of a call: where nothing is set over it, its id is enough. */
export const ARM = z.preprocess((x) => (typeof x === "string" ? { scenario: x } : x), z.strictObject(GIVEN));

export type Given = z.infer<z.ZodObject<typeof GIVEN>>;

/** A scenario as a call gave it. */
export interface Opened extends ScenarioFile {
  /** As the command line would name it. */
  readonly name: string;
  /** Flags of the command line that set the same. */
  readonly flags: string;
}

/** Assistants often put the text of a scenario where its id goes; no id has a colon or a second line. */
const isText = (scenario: string): boolean => /:\s|\n/.test(scenario);

/** @throws UsageError, ScenarioErrors */
export function openGiven({ scenario, yaml, set = {}, weeks, agents }: Given): Opened {
  if ((scenario === undefined) === (yaml === undefined)) throw new UsageError(ONE_SOURCE);
  const given = yaml ?? (isText(scenario!) ? scenario : undefined);
  const { file, text } = given === undefined ? libraryText(scenario!) : { file: "yaml", text: given };
  const values = { ...set, ...(agents !== undefined && { "demand.agents": agents }) };
  const settings = Object.fromEntries(Object.entries(values).map(([path, value]) => [path, String(value)]));
  const read = readScenario(text, { file, set: settings, weeks, resolve: libraryText });
  const flags = [
    ...(weeks === undefined ? [] : [`--weeks ${weeks}`]),
    ...(agents === undefined ? [] : [`--agents ${agents}`]),
    ...Object.entries(set).map(([path, value]) => `--set ${quoted(`${path}=${value}`)}`),
  ];
  return { ...read, name: given === undefined ? scenario! : "scenario.yaml", flags: flags.join(" ") };
}
