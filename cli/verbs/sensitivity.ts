import { existsSync } from "node:fs";
import { type OpenDesign, readDesign, resolveExperiment } from "../../engine/authoring.ts";
import { say } from "../../engine/index.ts";
import { outputHeading } from "../../words/output-words.ts";
import { METHOD_NOTES } from "../../words/axis-words.ts";
import { countText, sensitivityText } from "../experiment-text.ts";
import { openDesign, runIntoFolder, scenarioOpener } from "../experiment.ts";
import { print, printJson, tell } from "../io.ts";
import { methodHow, noRanges } from "../problem-words.ts";
import { resultsIn, someFailed } from "../progress-words.ts";
import { openScenario, wholeNumber } from "../scenario.ts";
import { backendFlag } from "../runner.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";

/** Methods by the names people give them. */
const METHODS: Readonly<Record<string, string>> = { oat: "one-at-a-time", morris: "morris", sobol: "saltelli" };

export const sensitivityVerb: Verb = {
  flags: [
    [
      "--method <oat|morris|sobol>",
      { en: "how (default oat, or the design's)", zh: "方法（默认 oat，或设计文件所定）" },
    ],
    ["-n, --runs <n>", { en: "trajectories or base samples", zh: "轨迹数或基础样本数" }],
    [
      "--replications <n>",
      {
        en: "runs of each point, averaged (oat: 5, else 1)",
        zh: "每个点的重复次数，取平均（oat 为 5，其余为 1）",
      },
    ],
    [
      "--output <output>",
      { en: "the outcome to explain; repeatable with commas", zh: "要解释的结果，可用逗号分隔多个" },
    ],
    backendFlag,
    ["--resume", { en: "go on with what --out holds already", zh: "接着 --out 中已完成的部分运行" }],
  ],
  writes: true,
  example: "pricewar sensitivity china-2024 --method oat --agents 400 --weeks 20",
  async run([name], options) {
    const design = withFlags(designOf(name, options), options);
    const open = scenarioOpener(name, design, options);
    const experiment = resolveExperiment(design, open, Object.values(METHODS));
    const { scenario } = open({});
    const ran = await runIntoFolder({ ...experiment, open }, null, say(scenario.title, options.lang), options);
    const { summary, folder } = ran;
    if (folder) tell(say(resultsIn, options.lang)(folder));
    if (options.json) return printJson(summary ?? { folder });
    if (!summary?.sensitivity) return;
    const found = Object.entries(summary.sensitivity);
    for (const [id, effects] of found) {
      print(outputHeading(id, scenario, options.lang));
      print(`${sensitivityText(effects, experiment.plan.design.axes, id, options.lang)}\n`);
    }
    print(say(METHOD_NOTES[found[0][1].kind], options.lang));
    print(countText(summary, options.lang));
    if (summary.failed > 0) throw new Error(say(someFailed, options.lang)(summary.failed));
  },
};

/** A swing between two ends has no other points to average luck over. */
const OAT_REPLICATIONS = 5;

const DEFAULT_OUTPUTS = ["headline.priceFall", "market.hhi", "headline.profitGain"];

/** A design file, or a scenario whose levers over their plausible ranges make one. */
function designOf(name: string, options: Options): OpenDesign {
  if (existsSync(name) && isDesign(name, options)) return openDesign(name, options);
  const { scenario, provenance } = openScenario(name, options);
  const levers = scenario.levers.map(({ id }) => ({ lever: id }));
  const ranged = Object.keys(provenance)
    .filter((path) => provenance[path].range)
    .map((path) => ({ path }));
  const parameters = levers.length > 0 ? levers : ranged;
  if (parameters.length === 0) throw new UsageError(noRanges(name));
  return readDesign(JSON.stringify({ scenario: name, seed: options.seed, outputs: DEFAULT_OUTPUTS, parameters }), name);
}

/** A scenario has a clock or extends one; a design names its scenario. */
function isDesign(name: string, options: Options): boolean {
  try {
    openDesign(name, options);
    return true;
  } catch (error) {
    const keys =
      (error as { problems?: readonly { path: readonly unknown[] }[] }).problems?.map((p) => p.path[0]) ?? [];
    if (keys.includes("clock") || keys.includes("extends") || keys.includes("vendors")) return false;
    throw error;
  }
}

/** Flags win over what the design says. */
function withFlags({ file, root }: OpenDesign, options: Options): OpenDesign {
  const method = options.method === undefined ? file.method : String(options.method);
  if (method !== undefined && !(method in METHODS) && !Object.values(METHODS).includes(method))
    throw new UsageError(methodHow(method, Object.keys(METHODS)));
  const count = (flag: string, value: unknown, own: number | undefined) =>
    value === undefined ? own : wholeNumber(flag, String(value), 1, 1_000_000);
  const chosen = METHODS[method ?? "oat"] ?? method;
  return {
    root,
    file: {
      ...file,
      method: chosen,
      runs: count("-n", options.runs, file.runs),
      replications: count(
        "--replications",
        options.replications,
        file.replications ?? (chosen === METHODS.oat ? OAT_REPLICATIONS : 1),
      ),
      outputs: options.output === undefined ? file.outputs : String(options.output).split(","),
    },
  };
}
