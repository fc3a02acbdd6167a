import { buildReport } from "../../report/document/build.ts";
import { gather } from "../../report/document/gather.ts";
import { textOf } from "../../report/document/sentence.ts";
import { version } from "../home.ts";
import { print, progressLine, say } from "../io.ts";
import { askedFor, checkMemory, targetOf } from "../report/request.ts";
import { openSources } from "../report/sources.ts";
import { writeReport } from "../report/write.ts";
import { withRunner } from "../runner.ts";
import type { Verb } from "../verb.ts";

export const reportVerb: Verb = {
  name: "report",
  args: "<scenario> [baseline] [more...]",
  summary: {
    en: "A report worth handing in, on a scenario alone or against a baseline",
    zh: "生成可以直接上交的报告：单个情景，或与基准对照",
  },
  flags: [
    ["--template <brief|technical|classroom>", { en: "which sections (default brief, two pages)", zh: "选用的模板（默认 brief，两页简报）" }], // prettier-ignore
    ["--sections <ids>", { en: "instead: sections by hand, separated by commas", zh: "改为：自选章节，以逗号分隔" }],
    ["--format <formats>", { en: "html, pdf, md, pptx, xlsx, png, svg, csv, json, parquet; several by commas (default html)", zh: "html、pdf、md、pptx、xlsx、png、svg、csv、json、parquet，可用逗号并列（默认 html）" }], // prettier-ignore
    ["-n, --runs <n>", { en: "replications of each scenario (default 20)", zh: "每个情景的运行次数（默认 20）" }],
    [
      "--nash",
      { en: "also price competition, for verdicts; takes minutes", zh: "同时计算竞争价格以作判断，需要几分钟" },
    ],
  ],
  example: "pricewar report china-2024-history china-2024 --template brief --format html,xlsx --out reports",
  async run(names, options) {
    const { lang } = options;
    const asked = askedFor(names, options);
    const target = targetOf(options);
    const named = openSources(names, options);
    checkMemory(named, asked.runs, options);
    const line = progressLine(named.map(({ scenario }) => scenario.title[lang]).join(" / "), options.quiet, lang);
    const arms = await withRunner(options, (pool, signal) =>
      gather(named, pool, { ...asked, signal, onProgress: line.update }),
    ).finally(line.end);
    const document = buildReport(arms, asked, version());
    const files = await writeReport(document, target);
    if (options.json) return print(JSON.stringify({ title: textOf(document.title), files }));
    print(textOf(document.title));
    for (const file of files) say(lang === "zh" ? `已写入 ${file}` : `Written to ${file}`);
  },
};
