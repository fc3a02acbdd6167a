import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../../..");

interface Block {
  /** As `README.md:42`, the line on which the fence opens. */
  readonly name: string;
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const names = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);

/** Every page of the documents, lessons and plans of games among them. */
const pages: readonly { readonly name: string; readonly text: string }[] = names.map((name) => ({
  name,
  text: readFileSync(join(root, name), "utf8"),
}));

/** Every fenced block, with the language that its fence names: empty where it names none. */
export const blocks: readonly Block[] = pages.flatMap(({ name: page, text }) =>
  [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(({ 1: language, 2: inside, index }) => ({
    name: `${page}:${text.slice(0, index).split("\n").length}`,
    page,
    language,
    text: inside,
  })),
);

export const blocksIn = (...languages: readonly string[]): readonly Block[] =>
  blocks.filter(({ language }) => languages.includes(language));

/** Blocks of four spaces, which name no language, by the page that has one. */
export const indented: readonly string[] = pages
  .filter(({ text }) => /\n\n {4}\S/.test(text.replaceAll(/^```[\s\S]*?^```$/gm, "")))
  .map(({ name }) => name);

/** Code in a sentence. */
const INLINE = /`((?:npx |npm run )?[\w:/.-]+ [^`]*|npm \w+)`/g;

/** Every command that is said: lines of shell blocks, and code in a sentence that begins with one of ours. */
interface Command {
  readonly name: string;
  readonly page: string;
  /** As a shell would take it, without its comment. */
  readonly words: readonly string[];
  /** Whether it is a line of a shell block, which is run; else it is only read. */
  readonly typed: boolean;
}

const OURS = /^(?:npm run pricewar -- |npx pricewar |pricewar )/;

/** Words of a line as a shell takes them. */
const wordsOf = (line: string): string[] =>
  (line.replace(/(?:^|\s)#.*$/, "").match(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g) ?? []).map((word) =>
    word.replaceAll(/['"]/g, ""),
  );

/** The words behind `pricewar`, where a line calls it. */
function called(line: string): readonly string[] | null {
  const at = /\b(?:npm run pricewar -- |npx pricewar |pricewar )/.exec(line);
  return at && wordsOf(line.slice(at.index).replace(OURS, ""));
}

const typed = blocksIn("sh", "bash").flatMap(({ name, page, text }) =>
  text.split("\n").map((line) => ({ name, page, line, typed: true })),
);
const said = pages.flatMap(({ name, text }) =>
  [...text.replaceAll(/^```[\s\S]*?^```$/gm, "").matchAll(INLINE)]
    .filter(([, line]) => OURS.test(line))
    .map(([, line]) => ({ name, page: name, line, typed: false })),
);
/** In files of Kubernetes, compose and workflows a command is a value. */
const deployed = blocksIn("yaml").flatMap(({ name, page, text }) =>
  [...text.matchAll(/\bnpx pricewar [^\n'\]]*/g)].map(([line]) => ({ name, page, line, typed: false })),
);

export const commands: readonly Command[] = [...typed, ...said, ...deployed].flatMap(({ line, ...where }) => {
  const words = called(line);
  return words === null ? [] : [{ ...where, words }];
});

/** Lines of shell blocks that call something else than `pricewar`. */
export const otherLines: readonly string[] = typed
  .map(({ line }) => wordsOf(line).join(" "))
  .filter((line) => line !== "" && called(line) === null);
