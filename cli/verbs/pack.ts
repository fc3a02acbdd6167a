import { existsSync } from "node:fs";
import { join } from "node:path";
import { say } from "../../engine/index.ts";
import { refuseExisting, writeWhole } from "../folder/files.ts";
import { packageHome } from "../home.ts";
import { print, printJson } from "../io.ts";
import { pageOf } from "../pack/page.ts";
import { isEdition, scormOf } from "../pack/scorm.ts";
import { HANDED, PACKED } from "../pack/words.ts";
import { taskNamed } from "../pack/task.ts";
import { oneOf } from "../problem-words.ts";
import { NO_SOLO } from "../class/problem-words.ts";
import { UsageError, type Verb } from "../verb.ts";

const FORMATS = ["html", "scorm12", "scorm2004"] as const;

/** Homework: a lesson or game that stands alone. */
export const pack: Verb = {
  uses: ["seed", "agents"],
  flags: [
    ["--format <format>", { en: "html (default), scorm12 or scorm2004", zh: "html（默认）、scorm12 或 scorm2004" }],
    ["--game", { en: "the game, where a lesson has the same name", zh: "课程与对局同名时取对局" }],
    ["--seat <vendor>", { en: "whom one plays (default the first)", zh: "扮演哪家厂商（默认第一家）" }],
  ],
  writes: true,
  example: "pricewar pack why-undercut --format scorm12",
  async run([name], options) {
    const folder = join(packageHome(), "dist", "solo");
    if (!existsSync(join(folder, "solo.js"))) throw new UsageError(NO_SOLO);
    const format = String(options.format ?? "html");
    if (format !== "html" && !isEdition(format)) throw new UsageError(oneOf("--format", format, FORMATS));
    const task = taskNamed(folder, name, options);
    const file = options.out ?? (format === "html" ? `${task.id}.html` : `${task.id}-${format}.zip`);
    refuseExisting(file);
    const page = pageOf(folder, task);
    writeWhole(file, isEdition(format) ? scormOf(task, page, format) : page);
    if (options.json) printJson({ file, kind: task.task.kind, format });
    else print(say(format === "html" ? HANDED : PACKED, options.lang)(file));
  },
};
