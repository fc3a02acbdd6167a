import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import type { Language } from "../../engine/index.ts";
import { Unprintable } from "./unprintable.ts";

const USUAL: readonly string[] = [
  "/System/Library/Fonts/PingFang.ttc",
  "/System/Library/Fonts/STHeiti Medium.ttc",
  "/System/Library/Fonts/Hiragino Sans GB.ttc",
  String.raw`C:\Windows\Fonts\msyh.ttc`,
  String.raw`C:\Windows\Fonts\msyhbd.ttc`,
  String.raw`C:\Windows\Fonts\simhei.ttf`,
];

/**
 * Files of a font that has the language's characters. A picture made without one has no text at all, and nothing says so:
 * better none. @throws Unprintable when there is no such font
 */
export function fontFiles(lang: Language): string[] {
  const given = process.env.PRICEWAR_FONT;
  if (given !== undefined) {
    if (existsSync(given)) return [given];
    throw new Unprintable({ en: `PRICEWAR_FONT: there is no file ${given}`, zh: `PRICEWAR_FONT：没有文件 ${given}` });
  }
  const found = [...listed(lang), ...USUAL.filter((path) => existsSync(path))];
  if (found.length > 0) return found;
  throw new Unprintable({
    en: "No font with the report’s characters was found, so charts would have no text. Install one (Debian: apt-get install fonts-noto-cjk) or name a file in PRICEWAR_FONT; --format svg and html need none here.",
    zh: "没有找到含中文字符的字体，图上会没有文字。请安装（Debian：apt-get install fonts-noto-cjk），或用 PRICEWAR_FONT 指定字体文件；--format svg 和 html 在本机不需要字体。",
  });
}

/** What fontconfig knows, regular and bold of the best match. */
function listed(lang: Language): string[] {
  const files = ["400", "700"].map((weight) =>
    fontconfig([
      "fc-match",
      "-f",
      "%{file}",
      `sans-serif:lang=${lang === "zh" ? "zh-cn" : "en"}:weight=${weight === "400" ? 80 : 200}`,
    ]),
  );
  const speaks = fontconfig(["fc-list", `:lang=${lang === "zh" ? "zh-cn" : "en"}`, "file"]);
  return [...new Set(files)].filter((file) => file && speaks.includes(file) && existsSync(file));
}

function fontconfig([program, ...args]: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout : "";
}
