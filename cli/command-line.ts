import process from "node:process";
import { type Argument, Command, type HelpConfiguration } from "commander";
import { type Language, LANGUAGES, say } from "../engine/text/text.ts";
import { commonFlags, type Flag, REPEATABLE, SAID, SHARED } from "./flag-words.ts";
import { refuseUnwritable } from "./folder/writable.ts";
import { version } from "./home.ts";
import { failureOf, jsonFailure } from "./failure.ts";
import { answered, printingInto, printJson, tell } from "./io.ts";
import { expected, PATH, STUCK } from "./problem-words.ts";
import { wrapColumns } from "./text-width.ts";
import { OWN_WORDS } from "./usage-words.ts";
import { type Options, SHARED_FLAGS, systemLanguage, UsageError, type Verb } from "./verb.ts";
import { verbs } from "./verbs/index.ts";

/**
 * Does what the words after `pricewar` ask for. The exit code: 0 done; 1 failed; 2 bad input or usage; 130 interrupted.
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const lang = langOf(words);
  const before = answered();
  try {
    const program = await programFor(words, lang);
    await program.parseAsync(isStranger(words) ? withoutHelp(words) : words, { from: "user" });
    return 0;
  } catch (error) {
    const failure = failureOf(error, lang);
    if (failure === null) return 0;
    if (failure.message !== null) tell(failure.message);
    const whole = answered() > before; // a result that tells of failed runs says all there is
    if (words.includes("--json") && !whole) printJson(jsonFailure(error, failure, lang));
    return failure.exit;
  }
}

/** Whether the first word that is no flag names no verb: it is refused as such, also where help is asked for. */
function isStranger(words: readonly string[]): boolean {
  const first = words.find((word, k) => !word.startsWith("-") && words[k - 1] !== "--lang");
  return first !== undefined && first !== "help" && verbs.every(({ name }) => name !== first);
}

const withoutHelp = (words: readonly string[]) => words.filter((word) => word !== "--help" && word !== "-h");

/** What is said where something waits for what can come no more, as a plugin's promise that nobody keeps. */
export function sayStuck(words: readonly string[]): number {
  const text = say(STUCK, langOf(words));
  tell(text);
  if (words.includes("--json")) printJson({ error: { kind: "failed", exit: 1, message: text, where: [] } });
  return 1;
}

function langOf(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const given = at < 0 ? undefined : words[at].includes("=") ? words[at].split("=")[1] : words[at + 1];
  return LANGUAGES.find((lang) => lang === given) ?? systemLanguage(process.env);
}

/** Without “[options]” on every line, summaries have room to wrap in 80 columns. */
const HELP: HelpConfiguration = {
  minWidthToWrap: 30,
  boxWrap: (text, width) => wrapColumns(text, width).join("\n"),
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
};

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** A program that knows every verb by name and summary, and how to do those whose names occur in the words. */
async function programFor(words: readonly string[], lang: Language): Promise<Command> {
  const root = new Command("pricewar").exitOverride().enablePositionalOptions();
  root.configureHelp({ ...HELP, ...say(OWN_WORDS, lang).help });
  root.configureOutput({ outputError() {} }); // told where it is caught, without the codes of a terminal
  say(OWN_WORDS, lang).teach(root); // before any verb is added: verbs inherit it
  root.version(version(), "-V, --version", say(SAID.version, lang));
  root.option("--lang <zh|en>", say(SAID.language, lang), lang);
  root.description(say(SAID.product, lang));
  for (const { name, args, summary, load } of verbs) {
    const command = root.command(`${name} ${args}`.trim()).description(say(summary, lang));
    if (words.includes(name)) teach(command, await load(), lang);
  }
  return root;
}

/** What a verb has of the flags that it does not use. */
const UNUSED = { set: [], plugin: [], seed: SHARED.seed[2] };

const collect = (value: string, all: string[]) => [...all, value];

/** Gives a command its verb's flags, its example and its work. */
function teach(command: Command, verb: Verb, lang: Language): void {
  for (const id of verb.uses ?? SHARED_FLAGS) {
    const [flag, words, usual]: Flag = SHARED[id];
    if (REPEATABLE.includes(id)) command.option(flag, say(words, lang), collect, []);
    else command.option(flag, say(words, lang), usual);
  }
  for (const [flag, words, usual] of [...commonFlags(lang, verb.writes === true), ...(verb.flags ?? [])])
    command.option(flag, say(words, lang), usual);
  command.addHelpText("after", `\n${say(SAID.example, lang)}:\n  ${verb.example.replaceAll(" && ", "\n  ")}`);
  command.action(async (...given: unknown[]) => {
    const options: Options = {
      ...UNUSED,
      ...command.opts<Options>(),
      seedGiven: command.getOptionValueSource("seed") === "cli",
    };
    if (!LANGUAGES.includes(options.lang))
      throw new UsageError({
        en: `--lang ${String(options.lang)}: expected zh or en`,
        zh: `--lang ${String(options.lang)}：应为 zh 或 en`,
      });
    for (const flag of ["out", ...(verb.files ?? [])]) refuseOut(flag, options[flag]);
    if (options.plugin.length > 0) await (await import("./plugins.ts")).usePlugins(options);
    const args = given
      .slice(0, command.registeredArguments.length)
      .flat()
      .filter((x) => x !== undefined) as string[];
    if (options.out === undefined || verb.writes) return verb.run(args, options);
    return printingInto(options.out, () => verb.run(args, options));
  });
}

/** What cannot be written is refused before the work. */
function refuseOut(flag: string, path: unknown): void {
  if (path === undefined) return;
  if (path === "") throw new UsageError(expected(`--${flag}`, "“”", PATH));
  refuseUnwritable(String(path));
}
