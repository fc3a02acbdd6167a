import type { Browser, Page } from "playwright";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { closeAll, launch, openApp } from "../../support/page.ts";

/** From a question to a board paper, by what a reader sees, each from a fresh page. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterEach(() => closeAll(browser));
afterAll(() => browser.close());

const FEW = `s=china-2024&p=${encodeURIComponent(JSON.stringify({ "demand.agents": 300, "clock.burnInWeeks": 8 }))}`;

const WORDS = {
  en: {
    locale: "en-GB",
    editMoves: "Edit moves",
    paste: "Paste from a spreadsheet",
    addAll: "Add these",
    who: "About",
    what: "What",
    date: "Date asked about",
    board: "Make a board paper",
    pdf: /^PDF/,
  },
  zh: {
    locale: "zh-CN",
    editMoves: "编辑调价",
    paste: "从表格粘贴",
    addAll: "全部添加",
    who: "关注",
    what: "指标",
    date: "查看日期",
    board: "生成决策简报",
    pdf: /^PDF/,
  },
} as const;

interface Task {
  readonly moves: string; // as pasted
  readonly who: string;
  readonly what?: string;
  readonly date?: string;
  readonly finding: RegExp;
}

const MOST = 12; // actions

/** Does a task and counts what a person does; gives the paper's text page by page. */
async function paper(lang: keyof typeof WORDS, task: Task): Promise<{ actions: number; pages: string[]; h2: string }> {
  const words = WORDS[lang];
  const { page } = await openApp(browser, FEW, { locale: words.locale });
  let actions = 0;
  const act = async (done: Promise<unknown>) => (actions++, await done);
  await act(page.getByRole("button", { name: words.editMoves }).click());
  await act(page.getByLabel(words.paste).fill(task.moves));
  await act(page.getByRole("button", { name: words.addAll }).click());
  await act(page.keyboard.press("Escape"));
  await page.locator("[role=dialog]").waitFor({ state: "detached" });
  await choose(page, words.who, task.who, act);
  if (task.what) await choose(page, words.what, task.what, act);
  if (task.date) {
    await act(page.getByLabel(words.date).fill(task.date));
    await act(page.getByLabel(words.date).press("Enter"));
  }
  await act(page.getByRole("button", { name: words.board }).click());
  const print = page.getByRole("button", { name: words.pdf });
  await expect.poll(() => print.isEnabled(), { timeout: 120_000 }).toBe(true);
  await act(print.click());
  const h2 = await page.locator(".focus-answer h2").innerText();
  return { actions, pages: await printed(page), h2 };
}

async function choose(page: Page, label: string, option: string, act: (done: Promise<unknown>) => Promise<unknown>) {
  await act(page.locator(".focus-bar").getByRole("button", { name: label }).first().click());
  await act(page.locator(".popover").getByRole("option", { name: option }).first().click());
}

/** The preview as a browser prints it. */
async function printed(page: Page): Promise<string[]> {
  const html = (await page.locator("iframe").getAttribute("srcdoc"))!;
  const paper_ = await page.context().newPage();
  await paper_.setContent(html);
  const pdf = await paper_.pdf({ preferCSSPageSize: true, printBackground: true });
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let k = 1; k <= document.numPages; k++) {
    const { items } = await (await document.getPage(k)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return pages;
}

/** Without spaces and quotes. Fonts draw some characters by a variant's glyph, which is what a PDF then says. */
const squeezed = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s“”‘’]/g, "")
    .replaceAll("戶", "户");

/** The analyst's own, and four like it: cash, surplus, one segment, a date in the middle. */
const TASKS: Readonly<Record<"en" | "zh", readonly Task[]>> = {
  en: [
    {
      moves: "DeepSeek-V2, 19 Aug 2024, -50 %\nDoubao-lite, 2 Sep 2024, free, only",
      who: "Zhipu",
      date: "31 Dec 2024",
      finding: /Zhipu’s share of tokens .*31 Dec 2024/,
    },
    { moves: "GLM-4, 1 Jul 2024, -80 %", who: "Zhipu", what: "Cash", finding: /Zhipu’s cash/ },
    { moves: "Qwen-Turbo, 1 Jul 2024, free", who: "The market", what: "Users' surplus", finding: /^Users' surplus/ },
    { moves: "DeepSeek-V2, 19 Aug 2024, -50 %", who: "Developers", finding: /Developers’ spend/ },
    {
      moves: "ERNIE 4.0, 1 Jul 2024, -60 %",
      who: "Baidu",
      what: "Share of revenue",
      date: "15 Sep 2024",
      finding: /Baidu’s share of revenue .*15 Sep 2024/,
    },
  ],
  zh: [
    {
      moves: "DeepSeek-V2，2024年8月19日，-50%\n豆包-lite，2024年9月2日，免费，仅此",
      who: "智谱",
      date: "2024年12月31日",
      finding: /2024年12月31日，智谱的 token 份额/,
    },
    { moves: "GLM-4，2024年7月1日，-80%", who: "智谱", what: "现金", finding: /智谱的现金/ },
    { moves: "通义千问-Turbo，2024年7月1日，免费", who: "整个市场", what: "用户剩余", finding: /用户剩余/ },
    { moves: "DeepSeek-V2，2024年8月19日，-50%", who: "客群", finding: /支出/ },
    {
      moves: "文心 4.0，2024年7月1日，-60%",
      who: "百度",
      what: "收入份额",
      date: "2024年9月15日",
      finding: /2024年9月15日，百度的收入份额/,
    },
  ],
};

describe.each(["en", "zh"] as const)("from a question to a paper of two pages (%s)", (lang) => {
  it.each(TASKS[lang])("$who $what, in at most twelve actions", async (task) => {
    const { actions, pages, h2 } = await paper(lang, task);
    expect(actions).toBeLessThanOrEqual(MOST);
    expect(pages).toHaveLength(2);
    expect(h2).toMatch(task.finding);
    const text = squeezed(pages.join(""));
    expect(text).toContain(squeezed(h2)); // the paper says what the page says
    expect(text).not.toMatch(/NaN|undefined/);
  });
});
