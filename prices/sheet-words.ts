import type { Text } from "../engine/text/text.ts";

const list = (names: readonly (string | number)[]) => ({
  en: names.map((name) => (typeof name === "string" ? `“${name}”` : name)).join(", "),
  zh: names.map((name) => (typeof name === "string" ? `“${name}”` : name)).join("、"),
});

/** What was taken for granted in reading a table, or not read of it. */
export const borrowed = (headings: readonly string[], from: string): Text => ({
  en: `Assumed: no unit is named by ${list(headings).en}; read in that of “${from}”.`,
  zh: `假定：${list(headings).zh}未写单位，按“${from}”的单位读取。`,
});

export const bare = (isOfToken: boolean): Text => ({
  en: `Assumed: no heading names a unit; prices are read as per ${isOfToken ? "token" : "million tokens"}.`,
  zh: `假定：表头都没有单位，价格按每${isOfToken ? "个" : "百万"} token 读取。`,
});

export const filled = (rows: readonly number[]): Text => ({
  en: `Assumed: rows ${shortened(rows).en} name no vendor, as under merged cells; it is that of the row above.`,
  zh: `假定：第 ${shortened(rows).zh} 行没有厂商名，视为合并单元格，取上一行的厂商。`,
});

export const discount = (heading: string): Text => ({
  en: `Not applied: the discounts of “${heading}”. Prices are those before them.`,
  zh: `未计入：“${heading}”一列的折扣，价格按折前读取。`,
});

export const unread = (headings: readonly string[]): Text => ({
  en: `Columns not read: ${shortened(headings).en}.`,
  zh: `未读取的列：${shortened(headings).zh}。`,
});

export const doubled = ({ heading, first }: { readonly heading: string; readonly first: string }): Text =>
  heading === first
    ? { en: `“${heading}” is there twice: the first is read.`, zh: `“${heading}”出现两次，只读第一列。` }
    : {
        en: `“${heading}” says the same as “${first}”: only the latter is read.`,
        zh: `“${heading}”与“${first}”含义相同，只读后者。`,
      };

const MOST = 12;

function shortened(rows: readonly (string | number)[]): Text {
  const shown = list(rows.slice(0, MOST));
  return rows.length > MOST
    ? { en: `${shown.en} and ${rows.length - MOST} more`, zh: `${shown.zh} 等 ${rows.length}` }
    : shown;
}

/** Why a row of a table is left out. */
export const ANNOUNCED: Text = { en: "announced, not applied", zh: "仅宣布，未实施" };
export const NO_VENDOR: Text = { en: "no vendor", zh: "没有厂商名" };
export const NO_MODEL: Text = { en: "no model", zh: "没有模型名" };
export const NO_CURRENCY: Text = {
  en: "no currency: neither cell nor heading names one",
  zh: "没有币种：单元格和表头都未写明",
};
export const noUnit = (cell: string): Text => ({
  en: `“${cell}” is no unit of a price of tokens`,
  zh: `“${cell}”不是 token 价格的单位`,
});
export const otherUnit = (cell: string, heading: string): Text => ({
  en: `its unit “${cell}” is not that of its heading “${heading}”`,
  zh: `单位“${cell}”与表头“${heading}”不一致`,
});
export const noPrice = (cell: string): Text => ({ en: `“${cell}” is no price`, zh: `“${cell}”不是价格` });
export const noLength = (cell: string): Text => ({
  en: `“${cell}” is no length of a prompt`,
  zh: `“${cell}”不是提示词长度`,
});
export const noDate = (cell: string): Text => ({ en: `“${cell}” is no date`, zh: `“${cell}”不是日期` });

export const LARGE: Text = {
  en: "Not read: the workbook unpacks to more than 100 MB. Save the sheet of prices as a file of its own.",
  zh: "未读取：工作簿解压后超过 100 MB。请把价目所在的工作表另存为单独的文件。",
};

export const DAMAGED: Text = {
  en: "Not read: the workbook is damaged. Open it in a spreadsheet program and save it again, or as CSV.",
  zh: "未读取：工作簿已损坏。请用表格软件打开后重新保存，或另存为 CSV。",
};

export const far = (rows: number, columns: number): Text => ({
  en: `Not read: cells of a sheet beyond row ${rows} or column ${columns}.`,
  zh: `未读取：工作表第 ${rows} 行或第 ${columns} 列以外的单元格。`,
});

export const unclosed = (lines: readonly number[]): Text => ({
  en: `Line ${shortened(lines).en}: a quotation mark opens a cell that nothing closes; it is read as a character.`,
  zh: `第 ${shortened(lines).zh} 行：单元格以引号开头却没有结束，引号按普通字符读取。`,
});
