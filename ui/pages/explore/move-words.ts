export const moveWords = {
  paste: { en: "Paste from a spreadsheet", zh: "从表格粘贴" },
  pasteExample: {
    en: "DeepSeek-V2, 19 Aug 2024, -50 %\nDoubao-lite, 2 Sep 2024, free, only",
    zh: "DeepSeek-V2，2024年8月19日，-50%\n豆包-lite，2024年9月2日，免费，仅此",
  },
  addAll: { en: "Add these", zh: "全部添加" },
  added: { en: "Added: {{n}}. The charts behind have it.", zh: "已添加 {{n}} 项，图表已更新。" },
  cutBy: { en: "Cut by, %", zh: "降价（%）" },
  only: {
    en: "{{name}} follows only what is set here from this day on, and answers nobody",
    zh: "自该日起{{name}}只按此处设定调价，不对他人作出反应",
  },
  whole: { en: "All of {{name}}", zh: "{{name}}全部产品" },
  tierOf: { en: "{{name}}: all {{tier}}", zh: "{{name}}：全部{{tier}}" },
} as const;
