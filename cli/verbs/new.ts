import { existsSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { say } from "../../engine/index.ts";
import { newScenarioText } from "../../engine/authoring.ts";
import { onDisk } from "../folder/files.ts";
import { print, printJson } from "../io.ts";
import { leftAsItIs } from "../problem-words.ts";
import { scenarioText } from "../scenario.ts";
import { UsageError, type Verb } from "../verb.ts";
import { wrote } from "./verb-words.ts";

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
  ],
  example: "pricewar new my-scenario.yaml --from china-2024",
  async run([file], options) {
    const from = typeof options.from === "string" ? options.from : "china-2024";
    scenarioText(from); // throws where there is none
    if (existsSync(file)) throw new UsageError(leftAsItIs(file));
    const id =
      basename(file)
        .replace(/\.[^.]*$/, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-") || "my-scenario";
    onDisk(file, () => writeFileSync(file, newScenarioText({ id, from, lang: options.lang })));
    if (options.json) printJson({ file, id, extends: from });
    else print(say(wrote, options.lang)(file));
  },
};
