import type { Text } from "../../engine/index.ts";

/** What is wrong with what a class is to be, or was. */
export const noGame = (name: string, ids: readonly string[]): Text => ({
  en: `no game or scenario “${name}”. Games that come with pricewar: ${ids.join(", ")}`,
  zh: `没有名为“${name}”的对局或情景。自带对局：${ids.join("、")}`,
});
export const notPlayable = (id: string, ids: readonly string[]): Text => ({
  en: `nobody can play “${id}” in this scenario; vendors people can play: ${ids.join(", ")}`,
  zh: `这个情景里不能扮演“${id}”；可扮演的厂商：${ids.join("、")}`,
});
export const brokenLog = (file: string, line: number): Text => ({
  en: `${file}:${line}: this line is not a record that follows; the log was changed or belongs to something else${
    line > 1 ? `. To go on with what came before, copy the file and delete line ${line} and all below it` : ""
  }`,
  zh: `${file}:${line}：这一行不是接续的课堂记录，文件被改动过，或并非课堂日志${
    line > 1 ? `。若要从此前继续：复制一份，删去第 ${line} 行及其后各行` : ""
  }`,
});
export const notKept = (file: string, { en, zh }: Text): Text => ({
  en: `${file}: ${en}. What could not be kept was refused; as soon as it can, the class goes on`,
  zh: `${file}：${zh}。未能保存的操作都已退回；恢复后课堂即可继续`,
});
export const seatTwice = (vendor: string): Text => ({
  en: `--seats names “${vendor}” twice: a vendor is one seat; several phones may share it`,
  zh: `--seats 里“${vendor}”出现两次：一家厂商是一个座位，可由几部手机共用`,
});
export const logExists = (file: string): Text => ({
  en: `${file} exists: go on with it by --resume ${file}, or choose another --log`,
  zh: `${file} 已经存在：用 --resume ${file} 接着上课，或换一个 --log`,
});
export const noTask = (name: string, lessons: readonly string[], games: readonly string[]): Text => ({
  en: `no lesson or game “${name}”. Lessons: ${lessons.join(", ")}. Games: ${games.join(", ")}, or a scenario`,
  zh: `没有名为“${name}”的课程或对局。课程：${lessons.join("、")}。对局：${games.join("、")}，或任一情景`,
});
export const NO_SOLO: Text = {
  en: "dist/solo is missing: npm run build",
  zh: "没有 dist/solo，请先运行 npm run build",
};
export const NO_PAGES: Text = {
  en: "dist/class is missing: npm run build",
  zh: "没有 dist/class，请先运行 npm run build",
};
