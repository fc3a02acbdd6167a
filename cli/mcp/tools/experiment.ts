import { z } from "zod";
import { type OpenDesign, type OpenWith, readDesign } from "../../../engine/authoring.ts";
import type { Scenario } from "../../../engine/index.ts";
import { designText } from "../../experiment.ts";
import { UsageError } from "../../verb.ts";
import { GIVEN, type Given, openGiven } from "../given.ts";
import { NEEDS_DESIGN } from "../mcp-words.ts";
import { ANSWER, type Bench, type Finding, LANG, reply, SEED, tool } from "../tool.ts";
import { calibrate, optimise } from "./experiment-searches.ts";
import { equilibrium } from "./experiment-equilibrium.ts";
import { sensitivity, sweep } from "./experiment-sweeps.ts";
import { EXPERIMENT } from "./tool-words.ts";

/** What an experiment is made of, once it is read. */
export interface Asked {
  readonly name: string;
  readonly design: OpenDesign;
  readonly open: OpenWith;
  readonly given: Given;
  readonly scenario: Scenario;
  readonly seed: string | number;
}

type Kind = (asked: Asked, bench: Bench) => Promise<Finding>;

const KINDS = { sweep, sensitivity, optimise, calibrate } as const satisfies Readonly<Record<string, Kind>>;

export const experiment = tool({
  name: "experiment",
  ...EXPERIMENT,
  input: {
    kind: z.enum(["sweep", "sensitivity", "optimise", "calibrate", "equilibrium"]),
    design: z.union([z.string().max(100), z.record(z.string().max(100), z.unknown())]).optional(),
    ...GIVEN,
    at: z.iso.date().optional().describe("equilibrium: the day; the first unless told otherwise"),
    merge: z.array(z.string().max(100)).max(20).optional().describe("equilibrium: vendors under one owner"),
    ...SEED,
    ...LANG,
  },
  output: ANSWER,
  async run({ kind, design, at, merge, seed, ...given }, bench) {
    if (kind === "equilibrium") {
      const opened = openGiven(given);
      const found = await bench.budget.timed(bench.signal, async () => equilibrium(opened, { at, merge, seed }, bench));
      return reply(found, [opened], bench);
    }
    if (design === undefined) throw new UsageError(NEEDS_DESIGN);
    const asked = askedBy(design, given, seed);
    const found = await KINDS[kind](asked, bench);
    return reply(found, [openGiven(scenarioOf(asked.design, given))], bench);
  },
});

/** A design's own scenario where the call names none; what the call says wins. */
const scenarioOf = ({ file }: OpenDesign, given: Given): Given => ({
  ...given,
  ...(given.yaml === undefined && given.scenario === undefined && { scenario: file.scenario }),
  weeks: given.weeks ?? file.weeks,
  agents: given.agents ?? file.agents,
});

function askedBy(design: string | Readonly<Record<string, unknown>>, given: Given, seed: string | number): Asked {
  const name = typeof design === "string" ? design : "design.yaml";
  const written = typeof design === "string" ? designText(design) : { file: "design", text: JSON.stringify(design) };
  const read = readDesign(written.text, written.file);
  const opened = { root: read.root, file: { ...read.file, seed } };
  const source = scenarioOf(opened, given);
  const open: OpenWith = (set) => openGiven({ ...source, set: { ...source.set, ...set } });
  return { name, design: opened, open, given: source, scenario: open({}).scenario, seed };
}
