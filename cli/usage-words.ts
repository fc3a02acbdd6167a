import type { Said } from "../engine/text/text.ts";
import { type Command, Help, type HelpConfiguration } from "commander";

/** What commander says by itself, in Chinese; the words of verbs and flags come from the verbs. */
const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'/, "缺少参数 $1"],
  [/^error: unknown option '(.+)'/, "没有选项 $1"],
  [/^error: unknown command '(.+)'/, "没有命令 $1"],
  [/^error: option '(.+)' argument missing/, "选项 $1 缺少取值"],
  [
    /^error: too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)\./,
    "参数过多：应为 $1 个，给了 $2 个",
  ],
  [/\(Did you mean one of (.+)\?\)/, "（是不是 $1 之一？）"],
  [/\(Did you mean (.+)\?\)/, "（是不是 $1？）"],
];

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

const inChinese = (text: string): string =>
  ERRORS.reduce((said, [english, chinese]) => said.replace(english, chinese), text);

const plain = new Help();

/** Help's own words. */
const chineseHelp: HelpConfiguration = {
  styleTitle: (title) => TITLES[title] ?? title,
  optionDescription: (option) => plain.optionDescription(option).replace(/ \(default: "?(.*?)"?\)$/, "（默认 $1）"),
};

/** Makes a command, and all that are added to it later, speak Chinese when it is used wrongly. */
function speakChinese(command: Command): void {
  command.helpOption("-h, --help", "显示帮助");
  command.helpCommand("help [command]", "显示某个命令的帮助");
}

/** What commander says by itself in each language: its help, and what a program must be taught. */
export const OWN_WORDS: Said<{
  readonly help: HelpConfiguration;
  teach(root: Command): void;
  /** What is wrong with a command line. */
  error(text: string): string;
}> = {
  en: { help: {}, teach() {}, error: (text) => text },
  zh: { help: chineseHelp, teach: speakChinese, error: inChinese },
};
