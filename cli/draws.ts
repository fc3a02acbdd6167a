import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { drawable, type Draws, readPath, type Said, type Scenario, type Text } from "../engine/index.ts";
import { jsonOf, onDisk, readAtMost } from "./folder/files.ts";
import { packageHome } from "./home.ts";
import type { Flag } from "./flag-words.ts";
import { inFile } from "./problem-words.ts";
import { type Options, UsageError } from "./verb.ts";

const MAX_BYTES = 20_000_000;

export const drawsFlag = [
  "--draws <file>",
  {
    en: "also draw what is not known: a file that posterior wrote, or the id of a scenario that comes with draws",
    zh: "同时抽取未知参数：posterior 写出的文件，或自带抽样的情景 id",
  },
] as const satisfies Flag;

const finite = z.number();
const drawsSchema = z.object({
  scenario: z.string(),
  parameters: z
    .array(
      z.object({
        path: z.string(),
        places: z.array(z.object({ path: z.string(), times: finite })).min(1),
        from: finite.nullable(),
      }),
    )
    .min(1),
  draws: z.array(z.array(finite)).min(1),
});

const folder = (): string => join(packageHome(), "scenarios", "draws");

/** Scenarios that come with draws of what is not known of them. */
const drawnIds = (): string[] =>
  readdirSync(folder())
    .map((file) => basename(file, ".json"))
    .toSorted();

/** The draws that --draws names; null where it is not given. @throws UsageError. */
export function drawsOption({ draws: name }: Options, scenario: Scenario): Draws | null {
  if (name === undefined) return null;
  const given = String(name);
  const own = join(folder(), `${given}.json`);
  const path = existsSync(given) ? given : existsSync(own) ? own : null;
  if (path === null) throw new UsageError(inFile("--draws", noDraws(given, drawnIds())));
  const bytes = onDisk(given, () => readAtMost(path, MAX_BYTES));
  if (bytes === null) throw new UsageError(inFile(given, NOT_DRAWS));
  const read = drawsSchema.safeParse(jsonOf(bytes.toString("utf8"), path));
  if (!read.success || read.data.draws.some((draw) => draw.length !== read.data.parameters.length))
    throw new UsageError(inFile(given, NOT_DRAWS));
  const missing = read.data.parameters.map(({ path: at }) => at).filter((at) => readPath(scenario, at) === undefined);
  if (missing.length > 0) throw new UsageError(inFile(given, lacking(scenario.id, missing)));
  if (!drawable(scenario, read.data)) throw new UsageError(inFile(given, idle(scenario.id)));
  return read.data;
}

const noDraws = (name: string, ids: readonly string[]): Text => ({
  en: `no file and no scenario with draws “${name}”; those that come with pricewar: ${ids.join(", ")}`,
  zh: `既没有文件“${name}”，也没有自带抽样的同名情景；自带的有：${ids.join("、")}`,
});
const NOT_DRAWS: Text = {
  en: "no draws: expected what `pricewar posterior --json` writes",
  zh: "不是抽样文件：应为 pricewar posterior --json 的输出",
};
const lacking = (id: string, [first, ...more]: readonly string[]): Text => ({
  en: `${id} has no ${first}${more.length > 0 ? ` (nor ${more.length} more)` : ""}: the draws are of another scenario`,
  zh: `${id} 没有 ${first}${more.length > 0 ? `（另缺 ${more.length} 个）` : ""}：这些抽样属于另一个情景`,
});
const idle = (id: string): Text => ({
  en: `none of its parameters stands in ${id} as it did in the scenario they were drawn for`,
  zh: `其中没有一个参数在 ${id} 中仍是抽样所针对的取值`,
});

export const drawnHow: Said<(draws: number) => string> = {
  en: (draws) => `Each run also takes one of ${draws} draws of what is not known, with random numbers of its own.`,
  zh: (draws) => `每次运行还取 ${draws} 组未知参数抽样之一，随机数各不相同。`,
};
/** Of runs whose first is drawn as a line. */
export const drawnAllHow: Said<(draws: number) => string> = {
  en: (draws) =>
    `Each run but the first also takes one of ${draws} draws of what is not known, with random numbers of its own; ` +
    "both runs of a pair take the same. Intervals are of the mean over the draws: more runs narrow them, and a " +
    "single draw may lie outside.",
  zh: (draws) =>
    `除首次外，每次运行还取 ${draws} 组未知参数抽样之一，随机数各不相同；成对的两次运行取同一组。` +
    "区间是各组抽样均值的区间：运行越多越窄，单独一组可能落在区间之外。",
};
