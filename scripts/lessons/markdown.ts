import { marked, type Token, type Tokens } from "marked";
import { parse } from "yaml";
import { type Language, type Said, say } from "../../engine/text/text.ts";
import { type Choice, type LessonWords, type Section, SECTIONS } from "../../ui/pages/learn/lesson.ts";

/** The fixed headings of a lesson, in the order of its sections. */
const HEADINGS: Said<Readonly<Record<Section, string>>> = {
  en: {
    question: "Question",
    read: "Read",
    predict: "Predict",
    run: "Run",
    explain: "Explain",
    check: "Check",
  },
  zh: {
    question: "问题",
    read: "阅读",
    predict: "预测",
    run: "运行",
    explain: "解释",
    check: "检验",
  },
};

interface LessonText {
  readonly front: Readonly<Record<string, unknown>>;
  readonly words: Pick<LessonWords, "sections" | "check">;
}

/**
 * One language of a lesson: front matter and the fixed sections, as HTML.
 * @throws Error naming the file and what is wrong.
 */
export function readMarkdown(text: string, file: string, lang: Language): LessonText {
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!matter) throw new Error(`${file}: must open with front matter between two lines ---`);
  const parts = split(marked.lexer(text.slice(matter[0].length)), 2);
  const wanted = SECTIONS.map((s) => say(HEADINGS, lang)[s]);
  const found = parts.map((p) => p.heading);
  if (found.join("|") !== wanted.join("|"))
    throw new Error(`${file}: sections must be ${wanted.join(", ")}; they are ${found.join(", ")}`);
  const [question, read, predict, run, explain, check] = parts.map((p) => p.tokens);
  // Markdown needs the space after a bold sentence; a Chinese full stop brings its own.
  const html = (tokens: Token[]) => marked.parser(tokens).replace(/。<\/strong> /g, "。</strong>");
  return {
    front: parse(matter[1]) as Record<string, unknown>,
    words: {
      sections: {
        question: html(question),
        read: html(read),
        predict: html(predict),
        run: html(run),
        explain: html(explain),
      },
      check: readCheck(check, file),
    },
  };
}

interface Part {
  readonly heading: string;
  readonly tokens: Token[];
}

const isHeading = (token: Token, depth: number): token is Tokens.Heading =>
  token.type === "heading" && (token as Tokens.Heading).depth === depth;

function split(tokens: readonly Token[], depth: number): Part[] {
  const parts: Part[] = [];
  for (const token of tokens) {
    if (isHeading(token, depth)) parts.push({ heading: token.text, tokens: [] });
    else parts.at(-1)?.tokens.push(token);
  }
  return parts;
}

/** A question, then a task list: the box ticked is right, the lines under a choice answer whoever takes it. */
function readCheck(tokens: readonly Token[], file: string): LessonWords["check"] {
  const list = tokens.find((t): t is Tokens.List => t.type === "list");
  const choices = (list?.items ?? []).map((item) => readChoice(item, file));
  if (choices.length < 2 || choices.filter((c) => c.right).length !== 1)
    throw new Error(`${file}: the check needs two choices or more, exactly one of them ticked [x]`);
  return { question: marked.parser(tokens.filter((t) => t !== list)), choices };
}

function readChoice(item: Tokens.ListItem, file: string): Choice {
  const [first, ...rest] = item.text.replace(/^\[[ xX]\]\s*/, "").split("\n");
  const feedback = rest.join("\n").trim();
  if (!item.task || feedback === "")
    throw new Error(`${file}: a choice is “- [ ] text”, with its feedback indented below: ${first}`);
  return {
    text: marked.parseInline(first) as string,
    right: item.checked === true,
    feedback: marked.parse(feedback) as string,
  };
}
