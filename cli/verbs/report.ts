import type { Verb } from "../verb.ts";

export const reportVerb: Verb = {
  flags: [
    [
      "--template <brief|technical|classroom>",
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
