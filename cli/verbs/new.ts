import { existsSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { newScenarioText } from "../../engine/authoring.ts";
import { onDisk } from "../folder/files.ts";
import { print } from "../io.ts";
import { scenarioText } from "../scenario.ts";
import { UsageError, type Verb } from "../verb.ts";

export const create: Verb = {
  flags: [
    ["--from <scenario>", { en: "what it extends (default china-2024)", zh: "以哪个情景为底本（默认 china-2024）" }],
  ],
  example: "pricewar new my-scenario.yaml --from china-2024",
  async run([file], options) {
    const from = typeof options.from === "string" ? options.from : "china-2024";
    scenarioText(from, options.lang);
    if (existsSync(file))
      throw new UsageError(
        options.lang === "zh" ? `${file} 已经存在，不会覆盖` : `${file} exists; it is left as it is`,
      );
    const id =
      basename(file)
        .replace(/\.[^.]*$/, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-") || "my-scenario";
    onDisk(file, () => writeFileSync(file, newScenarioText({ id, from, lang: options.lang })));
    print(
      options.lang === "zh"
        ? `已写好 ${file}。下一步：pricewar run ${file}`
        : `Wrote ${file}. Next: pricewar run ${file}`,
    );
  },
};
