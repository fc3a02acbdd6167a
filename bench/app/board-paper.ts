// How long it takes from a fresh page to a board paper that can be printed, for the five tasks that tests hold, on the
// whole of China 2024. In a real Chromium on the built app. Prints seconds; asserts nothing.
//   npm run build && npx tsx bench/app/board-paper.ts [en|zh]
import process from "node:process";
import { say } from "../../engine/index.ts";
import { LANGS, localeOf, makePaper, TASKS } from "./board-tasks.ts";
import { openApp } from "./served.ts";

const lang = LANGS.find((id) => id === process.argv[2]) ?? LANGS[0];
for (const task of say(TASKS, lang)) {
  const begun = performance.now();
  const { page, close } = await openApp(() => Promise.resolve(), localeOf(lang));
  await page.locator("[data-fingerprint]").waitFor();
  const [opened, actions] = [performance.now(), await makePaper(page, lang, task)];
  const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${task.who}, ${task.what ?? "-"}: ${seconds(opened)} s of ${seconds(begun)} s, ${actions} actions`);
  await close();
}
