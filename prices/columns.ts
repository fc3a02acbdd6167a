/** What a column of a table says, by its heading in either language. The first that fits has it: finer ones lead. */
const COLUMNS = [
  ["cacheWrite", /cache.?(write|creation)|写入缓存|缓存写入|缓存创建/i],
  ["cached", /cach|缓存|命中/i],
  ["outputConfidence", /output.?confidence/i],
  ["batch", /batch|批处理|批量/i],
  ["month", /per.?month|monthly|包月|月费|月价|元\/月/i],
  ["above", /context.?above|above.?tokens|长度下限|超过.*tokens?/i],
  ["input", /^(input|prompt|in\b)|输入|提示/i],
  ["output", /^(output|completion|out\b)|输出|补全/i],
  ["currency", /currency|币种|货币/i],
  ["until", /^until$|valid.?(until|to)|expires|^ends?$|截止|到期|结束/i],
  ["date", /^date$|effective|valid.?from|since|生效|日期|起始/i],
  ["hours", /^hours$|time.?of.?day|peak|时段|峰谷/i],
  ["status", /^status$|状态/i],
  ["tier", /^tier$|档位|档次/i],
  ["vendor", /vendor|provider|company|厂商|厂家|供应商|提供商|公司/i],
  ["product", /^product$|^id$/i],
  ["model", /model|name|模型|型号|产品|名称/i],
  ["source", /^source$|来源|出处/i],
  ["licence", /licen[cs]e|许可/i],
  ["note", /note|comment|remark|备注|说明/i],
] as const;

export type Column = (typeof COLUMNS)[number][0];

/** Which column says what; a heading that says nothing known is left out. */
export function columnsOf(headings: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  headings.forEach((heading, k) => {
    const text = heading.normalize("NFKC").trim();
    const column = COLUMNS.find(([, pattern]) => pattern.test(text))?.[0];
    if (column && !found.has(column)) found.set(column, k);
  });
  return found;
}

/** The unit a heading gives, ready to stand behind a number: “输入（元/千tokens）” gives “元/千tokens”. */
export function unitOf(heading: string): string {
  const text = heading.normalize("NFKC");
  const within = /[([]([^)\]]*\/[^)\]]*|[^)\]]*每[^)\]]*)[)\]]/.exec(text)?.[1];
  if (within) return within.trim();
  if (/per.?mtok|per.?(1m|million)|百万/i.test(text)) return "/Mtok";
  if (/per.?(ktok|1k|thousand)|千/i.test(text)) return "/ktok";
  return /per.?tok/i.test(text) ? "/token" : "";
}
