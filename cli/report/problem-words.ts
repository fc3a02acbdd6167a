import type { Text } from "../../engine/index.ts";

/** What keeps a report from being made, and what would help. */

export const otherNumbers = (folder: string, now: string, then: string | undefined): Text => ({
  en: `${folder}: run again by version ${now}, the numbers differ from those in the folder (of version ${then}). --format csv, json or parquet gives what is there; for the rest, run the scenario anew`,
  zh: `${folder}：用 ${now} 版重跑，数字与文件夹中（${then} 版）的不同。--format csv、json 或 parquet 可导出原有数据；其他格式请重新运行情景`,
});
export const noRunFolder = (folder: string): Text => ({
  en: `${folder} is no run folder; \`pricewar run <scenario> --out\` makes one`,
  zh: `${folder} 不是运行结果文件夹；可用 pricewar run <情景> --out 生成`,
});
export const manyRuns = (folder: string): Text => ({
  en: `${folder} holds an experiment of many runs, which have no one chart: --format csv, json or parquet gives its tables, and \`pricewar report <scenario>\` a report`,
  zh: `${folder} 是多次运行的实验，不能当作一次运行来画图：用 --format csv、json 或 parquet 导出数据表，或用 pricewar report <情景> 生成报告`,
});

export const oneFile = (out: string): Text => ({
  en: `${out} is a file; several files need a folder: choose another --out`,
  zh: `${out} 是文件；多个文件需要放进文件夹，请换一个 --out`,
});

/** What is not on this machine. */
export const NO_BROWSER: Text = {
  en: "PDF needs Chromium or Chrome, and none was found here. Install one, or name it in PRICEWAR_BROWSER; --format html can be printed from any browser.",
  zh: "生成 PDF 需要 Chromium 或 Chrome，本机没有找到。请安装，或用 PRICEWAR_BROWSER 指定；也可以用 --format html，再从任意浏览器打印。",
};
export const printedNothing = (browser: string, why: string): Text => ({
  en: `${browser} printed nothing: ${why}`,
  zh: `${browser} 没有打印出文件：${why}`,
});
export const NO_FONT: Text = {
  en: "No font with the report's characters was found, so charts would have no text. Install one (Debian: apt-get install fonts-noto-cjk) or name a file in PRICEWAR_FONT; --format svg and html need none here.",
  zh: "没有找到含中文字符的字体，图上会没有文字。请安装（Debian：apt-get install fonts-noto-cjk），或用 PRICEWAR_FONT 指定字体文件；--format svg 和 html 在本机不需要字体。",
};
export const noFontFile = (file: string): Text => ({
  en: `PRICEWAR_FONT: there is no file ${file}`,
  zh: `PRICEWAR_FONT：没有文件 ${file}`,
});
export const notBuilt = (path: string): Text => ({
  en: `${path} is missing: run npm run build`,
  zh: `缺少 ${path}：请先运行 npm run build`,
});

/** What a source of a report does not hold. */
export const noManifest = (path: string): Text => ({
  en: `${path} holds no report's manifest`,
  zh: `${path} 中没有报告的清单`,
});
export const otherScenario = (path: string): Text => ({
  en: `${path}: the scenario in it is not the one its hash names`,
  zh: `${path}：其中的情景与哈希不符`,
});
