import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { type Language, say } from "../../engine/index.ts";
import { LOCALE } from "../../words/punctuation.ts";
import { FolderError } from "../folder/files.ts";
import { NO_FONT, noFontFile } from "./problem-words.ts";

const USUAL: readonly string[] = [
  "/System/Library/Fonts/PingFang.ttc",
  "/System/Library/Fonts/STHeiti Medium.ttc",
  "/System/Library/Fonts/Hiragino Sans GB.ttc",
  String.raw`C:\Windows\Fonts\msyh.ttc`,
  String.raw`C:\Windows\Fonts\msyhbd.ttc`,
  String.raw`C:\Windows\Fonts\simhei.ttf`,
];

/**
 * Files of a font that has the language's characters. A picture drawn without one has no text, and nothing would say
 * so: better no picture. @throws FolderError when there is no such font
 */
export function fontFiles(lang: Language): string[] {
  const given = process.env.PRICEWAR_FONT;
  if (given !== undefined) {
    if (existsSync(given)) return [given];
    throw new FolderError(noFontFile(given));
  }
  const found = [...listed(lang), ...USUAL.filter((path) => existsSync(path))];
  if (found.length > 0) return found;
  throw new FolderError(NO_FONT);
}

/** What fontconfig knows, regular and bold of the best match. */
function listed(lang: Language): string[] {
  const code = say(LOCALE, lang).toLowerCase();
  const files = [80, 200].map((weight) =>
    fontconfig(["fc-match", "-f", "%{file}", `sans-serif:lang=${code}:weight=${weight}`]),
  );
  const speaks = fontconfig(["fc-list", `:lang=${code}`, "file"]);
  return [...new Set(files)].filter((file) => file && speaks.includes(file) && existsSync(file));
}

function fontconfig([program, ...args]: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout : "";
}
