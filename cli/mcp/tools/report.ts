import { z } from "zod";
import { buildReport } from "../../../report/document/build.ts";
import { gather } from "../../../report/document/gather.ts";
import { DEFAULT_TEMPLATE, needsCauses, needsSwings, templates } from "../../../report/document/templates.ts";
import { textOf } from "../../../report/document/sentence.ts";
import { baseName, writers } from "../../../report/writers/index.ts";
import { version } from "../../home.ts";
import { nodeHost } from "../../report/host.ts";
import { focusOption } from "../../report/request.ts";
import { ARM, openGiven } from "../given.ts";
import { LANG, runsOf, SEED, tool } from "../tool.ts";
import { REPORT } from "./tool-words.ts";

const TEXTS = ["md", "html", "json"] as const; // formats that are text; the others need a disk

export const report = tool({
  name: "report",
  ...REPORT,
  input: {
    scenarios: z.array(ARM).min(1).max(3),
    template: z.enum(templates.ids() as [string, ...string[]]).default(DEFAULT_TEMPLATE),
    focus: z.string().max(200).optional().describe("what it is about: vendors.zhipu.tokenShare@2024-12-31"),
    format: z.enum(TEXTS).default("md"),
    runs: runsOf(5, 2),
    ...SEED,
    ...LANG,
  },
  output: {
    title: z.string(),
    format: z.string(),
    text: z.string(),
    command: z.string(),
    budget: z.object({ runs: z.number(), seconds: z.number() }),
  },
  async run(
    { scenarios, template, focus: about, format, runs, seed },
    { lang, budget, runner, signal: wanted, onProgress },
  ) {
    const focus = focusOption(about);
    const opened = scenarios.map(openGiven);
    const swings = needsSwings({ template });
    const levers = Math.max(...opened.map(({ scenario }) => scenario.levers.length));
    budget.book(
      opened.length * runs * (swings ? 1 + 2 * levers : 1),
      opened.map(({ scenario }) => scenario),
    );
    const arms = await budget.timed(wanted, (signal) =>
      gather(opened, runner, {
        runs,
        seed: String(seed),
        nash: false,
        swings,
        causes: needsCauses({ template }),
        focus,
        signal,
        onProgress,
      }),
    );
    const asked = {
      names: opened.map(({ name }) => name),
      set: [],
      template,
      lang,
      seed: String(seed),
      runs,
      nash: false,
      focus,
    };
    const flags = opened
      .map(({ flags }) => flags)
      .join(" ")
      .trim();
    const document = buildReport(arms, asked, version());
    const command = `${document.manifest.command} ${flags} --format ${format}`.replaceAll(/ +/g, " ");
    const [file] = await writers.get(format).write(document, nodeHost(lang), baseName(document));
    const text = new TextDecoder().decode(file.bytes);
    const title = textOf(document.title);
    return { text: format === "md" ? text : title, structured: { title, format, text, command, budget: budget.left } };
  },
});
