import { drawsFlag } from "../draws.ts";
import { currencyFlag } from "../currency-flag.ts";
import type { Verb } from "../verb.ts";

export const reportVerb: Verb = {
  flags: [
    [
      "--template <board|brief|technical|classroom>",
      { en: "which sections (default brief, two pages)", zh: "选用的模板（默认 brief，两页简报）" },
    ],
    [
      "--sections <ids>",
      {
        en: "instead: sections by hand, separated by commas",
        zh: "改为：自选章节，以逗号分隔",
      },
    ],
    [
      "--format <formats>",
      {
        en: "html, pdf, md, pptx, xlsx, png, svg, csv, json, parquet; several by commas (default html)",
        zh: "html、pdf、md、pptx、xlsx、png、svg、csv、json、parquet，可用逗号并列（默认 html）",
      },
    ],
    [
      "-n, --runs <n>",
      {
        en: "replications of each scenario (default 20)",
        zh: "每个情景的运行次数（默认 20）",
      },
    ],
    [
      "--focus <output>",
      {
        en: "what it is about, as vendors.zhipu.tokenShare@2024-12-31: its title, its page, its reasons",
        zh: "关注的对象，如 vendors.zhipu.tokenShare@2024-12-31：决定标题、专页与原因分析",
      },
    ],
    drawsFlag,
    currencyFlag,
    ["--note <text>", { en: "a sentence of your own under the title", zh: "写在标题下的一句话" }],
    ["--logo <file>", { en: "a picture at the top: png, jpg or svg", zh: "页首的标志图片：png、jpg 或 svg" }],
    [
      "--nash",
      {
        en: "also price competition, for verdicts; seconds more for each run",
        zh: "同时计算竞争价格以作判断，每次运行多花数秒",
      },
    ],
  ],
  writes: true,
  example: "pricewar report china-2024-history china-2024 --template brief --format html,xlsx --out reports",
  async run(names, options) {
    // Fetched when asked for: what draws and zips would make every other verb start slowly.
    const { makeReport } = await import("../report/make.ts");
    await makeReport(names, options);
  },
};
