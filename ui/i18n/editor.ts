export const editor = {
  title: { en: "Scenario as YAML", zh: "以 YAML 编辑情景" },
  text: { en: "Scenario text", zh: "情景文本" },
  run: { en: "Run this scenario", zh: "运行此情景" },
  valid: { en: "Valid: ready to run.", zh: "校验通过，可以运行。" },
  unchanged: { en: "As it came from the library.", zh: "与内置情景一致。" },
  checking: { en: "Checking …", zh: "正在校验 ……" },
  problems: {
    en: "{{n}} to fix; the charts keep the last good run",
    zh: "有 {{n}} 处需要修改；图表保留上一次成功的结果",
  },
  place: { en: "line {{line}}, column {{column}}", zh: "第 {{line}} 行第 {{column}} 列" },
  save: { en: "Download", zh: "下载" },
  load: { en: "Open a file", zh: "打开文件" },
  large: {
    en: "The file is too large ({{size}} MB); a scenario file has at most 1 MB.",
    zh: "文件过大（{{size}} MB），情景文件不得超过 1 MB。",
  },
  draft: {
    en: "Not run yet. What you type stays in this browser when you close this window.",
    zh: "尚未运行。关闭窗口后，改动仍保存在此浏览器中。",
  },
  startAgain: { en: "Discard these changes", zh: "放弃这些改动" },
  others: { en: "Unfinished text of another scenario is kept.", zh: "另有一份未运行的情景文本。" },
  bring: { en: "Open it", zh: "打开" },
  throwAway: { en: "Discard it", zh: "放弃" },
  ran: { en: "It has run: the charts behind show it.", zh: "已运行，图表已更新。" },
} as const;
