export const priceFileWords = {
  reading: { en: "Reading …", zh: "正在读取 ……" },
  onto: { en: "Prices in", zh: "改哪个情景" },
  alone: { en: "only vendors and products of the file", zh: "只保留文件里的厂商和产品" },
  csv: { en: "As CSV", zh: "导出 CSV" },
  rows: { en: "What each row does", zh: "逐行预览" },
  more: { en: "and {{n}} more", zh: "另有 {{n}} 行" },
  leftOut: { en: "Left out, and why", zh: "略去的行及原因" },
  make: { en: "Open as a scenario", zh: "作为情景打开" },
  put: { en: "Put into the text", zh: "写入文本" },
  paste: { en: "Paste a price table", zh: "粘贴价格表" },
  pasteHere: { en: "Price table, with its headings", zh: "价格表（含表头）" },
  pasted: { en: "Pasted table", zh: "粘贴的表格" },
  read: { en: "Read it", zh: "读取" },
  noPrices: {
    en: "No prices found: the headings must name a model and an input price.",
    zh: "没有找到价格：表头须包含模型与输入价。",
  },
} as const;
