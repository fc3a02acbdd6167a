import type { Said, Text } from "../../engine/index.ts";

/** What the command says of a class it has opened. */
export const JOIN: Said<(address: string, code: string) => string> = {
  en: (address, code) => `Students open ${address} and type ${code}, or scan the picture.`,
  zh: (address, code) => `学生打开 ${address} 输入课堂码 ${code}，或直接扫码。`,
};
export const BOARD: Text = { en: "Your board:", zh: "教师面板：" };
export const GOES_ON: Said<(log: string) => string> = {
  en: (log) => `Everything is kept in ${log}. After a restart go on with: pricewar class --resume ${log}`,
  zh: (log) => `全部记录保存在 ${log}。中断后继续：pricewar class --resume ${log}`,
};
export const STOP: Text = { en: "Ctrl-C ends the class.", zh: "按 Ctrl-C 结束。" };
