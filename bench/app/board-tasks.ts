import type { Page } from "playwright";
import { freshSession, OWN } from "../../ui/store/session.ts";
import { writeLink } from "../../ui/store/link.ts";

/** The way from a question to a board paper, by visible labels: what tests hold and a bench times. */

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

type Lang = keyof typeof WORDS;
export const LANGS: readonly Lang[] = ["en", "zh"];
export const localeOf = (lang: Lang): string => WORDS[lang].locale;

interface Task {
  readonly moves: string; // as pasted
  readonly who: string;
  readonly what?: string;
  readonly date?: string;
  readonly finding: RegExp;
}

type Act = (done: Promise<unknown>) => Promise<unknown>;

/** Does a task on the open app up to a paper that can be printed; gives how many actions a person takes. */
export async function makePaper(page: Page, lang: Lang, task: Task): Promise<number> {
  const words = WORDS[lang];
  let actions = 0;
  const act: Act = async (done) => (actions++, await done);
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
  await act(page.getByRole("button", { name: words.pdf, disabled: false }).click({ timeout: 120_000 }));
  return actions;
}

async function choose(page: Page, label: string, option: string, act: Act): Promise<void> {
  await act(page.locator(".focus-bar").getByRole("button", { name: label }).first().click());
  await act(page.locator(".popover").getByRole("option", { name: option }).first().click());
}

/** China 2024 in weeks with few people, as a scenario of one's own held against what it was: quick runs. */
const FEW = `extends: china-2024
id: few
title: {en: China 2024 with few people, zh: China 2024（人数少）}
demand: {agents: 300}
clock: {tickDays: 7, burnInWeeks: 8}
`;
export const fewPeople = (version: string): Promise<string> =>
  writeLink({ ...freshSession(OWN), own: FEW, baseline: OWN }, version);

/** The analyst's own, and four like it: cash, surplus, one segment, a date in the middle. */
export const TASKS: Readonly<Record<Lang, readonly Task[]>> = {
  en: [
    {
      moves: "DeepSeek-V2, 19 Aug 2024, -50 %\nDoubao-lite, 2 Sep 2024, free, only",
      who: "Zhipu",
      date: "31 Dec 2024",
      finding: /Zhipu's share of tokens .*31 Dec 2024/,
    },
    { moves: "GLM-4, 1 Jul 2024, -80 %", who: "Zhipu", what: "Cash", finding: /Zhipu's cash/ },
    { moves: "Qwen-Turbo, 1 Jul 2024, free", who: "The market", what: "Users' surplus", finding: /^Users' surplus/ },
    { moves: "DeepSeek-V2, 19 Aug 2024, -50 %", who: "Developers", finding: /Developers' spend/ },
    {
      moves: "ERNIE 4.0, 1 Jul 2024, -60 %",
      who: "Baidu",
      what: "Share of revenue",
      date: "15 Sep 2024",
      finding: /Baidu's share of revenue .*15 Sep 2024/,
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
