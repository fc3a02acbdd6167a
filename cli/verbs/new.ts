import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { say } from "../../engine/index.ts";
import { blankScenarioText, newScenarioText } from "../../engine/authoring.ts";
import { writeWhole } from "../folder/files.ts";
import { packageHome } from "../home.ts";
import { print, printJson } from "../io.ts";
import { leftAsItIs } from "../problem-words.ts";
import { libraryIds, scenarioText } from "../scenario.ts";
import { UsageError, type Verb } from "../verb.ts";
import { newProject } from "../project.ts";
import { madeProject, oneWay, wrote } from "./verb-words.ts";

/** The schema's path as an editor follows it from the file. */
const schemaFrom = (file: string): string =>
  relative(dirname(resolve(file)), join(packageHome(), "scenarios", "schema.json")).replaceAll(sep, "/");

/** A scenario as the new file names it: one of the library by its id, a file by its path from there. */
function asSeenFrom(file: string, named: string): string {
  const { file: found } = scenarioText(named); // throws where there is none
  if (libraryIds().includes(named) && found !== named) return named;
  return relative(dirname(resolve(file)), resolve(named)).replaceAll(sep, "/");
}

export const create: Verb = {
  uses: [],
  flags: [
    [
      "--from <scenario>",
      {
        en: "what it extends (default china-2024)",
        zh: "以哪个情景为底本（默认 china-2024）",
      },
    ],
    ["--blank", { en: "a small market from nothing, extending none", zh: "从零开始的小市场，不以任何情景为底本" }],
    [
      "--project",
      {
        en: "a folder to work in: scenario, design, strategy with a test, report script",
        zh: "新建一个工作目录：情景、设计、带测试的策略、报告脚本",
      },
    ],
  ],
  example: "pricewar new my-scenario.yaml --from china-2024",
  async run([file], options) {
    const ways = ["from", "blank", "project"].filter((flag) => options[flag] !== undefined && options[flag] !== false);
    if (ways.length > 1) throw new UsageError(oneWay(ways.map((flag) => `--${flag}`)));
    if (options.project === true) {
      const files = newProject(file);
      if (options.json) printJson({ folder: file, files });
      else print(say(madeProject, options.lang)(file));
      return;
    }
    const from = typeof options.from === "string" ? asSeenFrom(file, options.from) : "china-2024";
    if (existsSync(file)) throw new UsageError(leftAsItIs(file));
    const id =
      basename(file)
        .replace(/\.[^.]*$/, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-") || "my-scenario";
    const { lang } = options;
    const schema = schemaFrom(file);
    const text =
      options.blank === true ? blankScenarioText({ id, lang, schema }) : newScenarioText({ id, from, lang, schema });
    writeWhole(file, text);
    if (options.json) printJson(options.blank === true ? { file, id } : { file, id, extends: from });
    else print(say(wrote, lang)(file));
  },
};
