/** What a column of a table says, by its heading in either language. The first that fits has it: finer ones lead. */
const COLUMNS = [
  ["unit", /^((price|pricing|billing)[\s_-]?)?units?$|^(计[价费]|價格|价格)?[单單]位$/i],
  ["discount", /discount|rebate|折扣|优惠|優惠/i],
  ["cacheWrite", /cache.?(write|creation)|[写寫]入[缓緩]存|[缓緩]存[写寫]入|[缓緩]存[创創]建/i],
  ["cached", /cach|[缓緩]存|命中/i],
  ["outputConfidence", /output.?confidence/i],
  ["batch", /batch|批[处處]理|批量/i],
  ["month", /per.?month|monthly|包月|月[费費]|月[价價]|元\/月/i],
  ["above", /context.?above|above.?tokens|[长長]度下限|超[过過].*tokens?/i],
  ["input", /^(input|prompt|in\b)|[输輸]入|提示/i],
  ["output", /^(output|completion|out\b)|[输輸]出|[补補]全/i],
  ["currency", /currency|[币幣][种種]|[货貨][币幣]/i],
  ["until", /^until$|valid.?(until|to)|expires|^ends?$|截止|到期|[结結]束/i],
  ["date", /^date$|effective|valid.?from|since|生效|日期|起始/i],
  ["hours", /^hours$|time.?of.?day|peak|[时時]段|峰谷/i],
  ["status", /^status$|[状狀][态態]/i],
  ["tier", /^tier$|[档檔]位|[档檔]次/i],
  ["vendor", /vendor|provider|company|厂商|廠商|厂家|廠家|供[应應]商|提供商|公司/i],
  ["product", /^product$|^id$/i],
  ["model", /model|name|模型|型[号號]|[产產]品|名[称稱]/i],
  ["source", /^source$|[来來]源|出[处處]/i],
  ["licence", /licen[cs]e|[许許]可/i],
  ["note", /note|comment|remark|[备備][注註]|[说說]明/i],
] as const;

export type Column = (typeof COLUMNS)[number][0];

/** What the headings of a table say. */
interface Columns {
  readonly at: ReadonlyMap<Column, number>;
  readonly unread: ReadonlyMap<string, number>; // headings that say nothing known, and where each stands first
  readonly doubled: readonly { readonly heading: string; readonly first: string }[]; // what a former one says already
}

/** Which column says what. */
export function columnsOf(headings: readonly string[]): Columns {
  const at = new Map<Column, number>();
  const unread = new Map<string, number>();
  const doubled: { heading: string; first: string }[] = [];
  headings.forEach((heading, k) => {
    const text = heading.normalize("NFKC").trim();
    const column = COLUMNS.find(([, pattern]) => pattern.test(text))?.[0];
    const first = column && at.get(column);
    if (column === undefined) unread.set(text, unread.get(text) ?? k);
    else if (first === undefined) at.set(column, k);
    else if (column !== "note") doubled.push({ heading: text, first: headings[first].normalize("NFKC").trim() });
  });
  unread.delete("");
  return { at, unread, doubled };
}
