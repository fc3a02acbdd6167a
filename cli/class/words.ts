import type { Said, Text } from "../../engine/index.ts";

/** What the command says of a class it has opened. */
export const JOIN: Said<(address: string, code: string) => string> = {
  en: (address, code) => `Students open ${address} and type ${code}, or scan the picture.`,
  zh: (address, code) => `学生打开 ${address} 输入课堂码 ${code}，或直接扫码。`,
};
export const BOARD: Text = { en: "Your board:", zh: "教师面板：" };
export const GOES_ON: Said<(log: string, again: string) => string> = {
  en: (log, again) => `Everything is kept in ${log}. After a restart go on with: ${again}`,
  zh: (log, again) => `全部记录保存在 ${log}。中断后继续：${again}`,
};
export const STOP: Text = { en: "Ctrl-C ends the class.", zh: "按 Ctrl-C 结束。" };
