import type { ErrorCode } from "yaml";
import type { Text } from "../text/text.ts";

/** What the YAML parser finds wrong, in Chinese, by its code; it speaks English by itself. */
const CHINESE: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_ALIAS: "别名（*）没有对应的锚点",
  BAD_DIRECTIVE: "% 指令写错了",
  BAD_DQ_ESCAPE: "双引号里的转义写错了",
  BAD_INDENT: "缩进不对",
  BAD_SCALAR_START: "值不能以这个字符开头，请加引号",
  BLOCK_AS_IMPLICIT_KEY: "键后面不能在同一行再开始一层嵌套",
  BLOCK_IN_FLOW: "花括号或方括号里不能用缩进写法",
  DUPLICATE_KEY: "同一个键出现了两次",
  KEY_OVER_1024_CHARS: "键太长",
  MISSING_CHAR: "缺少标点：冒号、逗号、空格、引号或括号",
  MULTILINE_IMPLICIT_KEY: "键要写在一行里",
  MULTIPLE_ANCHORS: "一个值只能有一个锚点（&）",
  TAB_AS_INDENT: "缩进不能用制表符，请用空格",
  TAG_RESOLVE_FAILED: "不认识的标签（!）",
  UNEXPECTED_TOKEN: "这里不该出现这个符号",
};

/** A key that is there already, as the parser would say it. */
export const DUPLICATE = { code: "DUPLICATE_KEY", message: "Map keys must be unique" } as const;

/** An alias within the value that it stands for. */
export const CIRCLE: Text = { en: "this alias (*) holds itself", zh: "这个别名（*）包含了自身" };

/** A syntax error, without the place that its message repeats. */
export function yamlWords({ code, message }: { readonly code: ErrorCode; readonly message: string }): Text {
  if (code === "RESOURCE_EXHAUSTION") return { en: "nested too deeply", zh: "嵌套过深" };
  if (code === "MULTIPLE_DOCS")
    return {
      en: "a file holds one scenario; a second one begins here (---)",
      zh: "一个文件只写一个情景；这里开始了第二个（---）",
    };
  const what = message.split("\n")[0].replace(/ at line \d+, column \d+:?$/, "");
  return { en: `not valid YAML: ${what}`, zh: `YAML 语法错误：${CHINESE[code] ?? what}` };
}
