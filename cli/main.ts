#!/usr/bin/env node
import process from "node:process";
import { type Argument, Command, CommanderError, type HelpConfiguration } from "commander";
import { ScenarioErrors } from "../engine/authoring.ts";
import { FolderError } from "./folder/files.ts";
import { printingInto, tell } from "./io.ts";
import { version } from "./home.ts";
import { wrapColumns } from "./text-width.ts";
import { usePlugins } from "./plugins.ts";
import { chineseHelp, speakChinese } from "./usage-words.ts";
import { type Options, systemLanguage, UsageError, type Verb } from "./verb.ts";
import { backtestVerb } from "./verbs/backtest.ts";
import { calibrate } from "./verbs/calibrate.ts";
import { check } from "./verbs/check.ts";
import { compare } from "./verbs/compare.ts";
import { cost } from "./verbs/cost.ts";
import { ensemble } from "./verbs/ensemble.ts";
import { equilibriumVerb } from "./verbs/equilibrium.ts";
import { exportVerb } from "./verbs/export.ts";
import { explainVerb } from "./verbs/explain.ts";
import { list } from "./verbs/list.ts";
import { merge } from "./verbs/merge.ts";
import { create } from "./verbs/new.ts";
import { optimise } from "./verbs/optimise.ts";
import { learningVerb } from "./verbs/learning.ts";
import { reportVerb } from "./verbs/report.ts";
import { runVerb } from "./verbs/run.ts";
import { sensitivityVerb } from "./verbs/sensitivity.ts";
import { serve } from "./verbs/serve.ts";
import { start } from "./verbs/start.ts";
import { sweep } from "./verbs/sweep.ts";
import { validateVerb } from "./verbs/validate.ts";
import { worker } from "./verbs/worker.ts";

/** The table of verbs. A new one is a file in verbs/ and a line here. */
const verbs: readonly Verb[] = [
  list,
  create,
  check,
  runVerb,
  compare,
  ensemble,
  sweep,
  merge,
  worker,
  sensitivityVerb,
  optimise,
  calibrate,
  reportVerb,
  exportVerb,
  cost,
  equilibriumVerb,
  learningVerb,
  explainVerb,
  validateVerb,
  backtestVerb,
  serve,
  start,
];

function langOf(argv: readonly string[]): "en" | "zh" {
  const at = argv.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const given = at < 0 ? undefined : argv[at].includes("=") ? argv[at].split("=")[1] : argv[at + 1];
  return given === "zh" || given === "en" ? given : systemLanguage(process.env);
}

function argumentTerm(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Without “[options]” on every line, summaries have room to wrap in 80 columns. */
const HELP: HelpConfiguration = {
  minWidthToWrap: 30,
  boxWrap: (text, width) => wrapColumns(text, width).join("\n"),
  subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
};

function program(lang: "en" | "zh"): Command {
  // Before any verb is added: verbs inherit it.
  const zh = lang === "zh";
  const root = new Command("pricewar").exitOverride().enablePositionalOptions();
  root.configureHelp({ ...HELP, ...(zh && chineseHelp) });
  if (zh) speakChinese(root);
  root.version(version(), "-V, --version", zh ? "显示版本号" : "show the version");
  root.option("--lang <zh|en>", zh ? "语言" : "language", lang);
  root.description(lang === "zh" ? "大模型 API 市场的价格战模拟器" : "A price-war simulator of the LLM-API market");
  const collect = (value: string, all: string[]) => [...all, value];
  for (const verb of verbs) {
    const command = root.command(`${verb.name} ${verb.args}`.trim()).description(verb.summary[lang]);
    command
      .option(
        "--set <path=value>",
        lang === "zh"
          ? "修改情景中的一个值，可重复，可带单位"
          : "change one value of the scenario; repeatable, units allowed",
        collect,
        [],
      )
      .option(
        "--plugin <file>",
        lang === "zh"
          ? "加载自己写的策略、成本模型或指标，可重复"
          : "load strategies, cost models or metrics of your own; repeatable",
        collect,
        [],
      )
      .option("--seed <seed>", lang === "zh" ? "随机种子" : "seed of all draws", "1")
      .option("--agents <n>", lang === "zh" ? "模拟的用户数" : "how many agents are simulated")
      .option("--weeks <n>", lang === "zh" ? "只跑前 n 周" : "stop after n weeks")
      .option("--workers <n>", lang === "zh" ? "并行进程数" : "how many runs at once")
      .option(
        "--kernel <js|wasm>",
        lang === "zh"
          ? "热点循环用哪种实现，结果逐位相同；默认用最快的"
          : "who computes the hot loops, to the same bits; default: the fastest there is",
      )
      .option("--lang <zh|en>", lang === "zh" ? "语言" : "language", lang)
      .option("--json", lang === "zh" ? "机器可读的结果" : "machine-readable result", false)
      .option("--quiet", lang === "zh" ? "只输出结果" : "nothing but the result", false)
      .option(
        "--out <path>",
        lang === "zh"
          ? verb.writes
            ? "把结果写到文件夹或文件"
            : "把打印的内容也写到文件"
          : verb.writes
            ? "write the result to a folder or file"
            : "write what is printed to a file too",
      );
    for (const [flag, words] of verb.flags ?? []) command.option(flag, words[lang]);
    command.addHelpText("after", `\n${lang === "zh" ? "示例" : "Example"}:\n  ${verb.example}`);
    command.action(async (...given: unknown[]) => {
      const options = { ...command.opts<Options>(), seedGiven: command.getOptionValueSource("seed") === "cli" };
      if (options.lang !== "zh" && options.lang !== "en")
        throw new UsageError({
          en: `--lang ${String(options.lang)}: expected zh or en`,
          zh: `--lang ${String(options.lang)}：应为 zh 或 en`,
        });
      await usePlugins(options);
      const args = given
        .slice(0, command.registeredArguments.length)
        .flat()
        .filter((x) => x !== undefined) as string[];
      if (options.out === undefined || verb.writes) return verb.run(args, options);
      return printingInto(options.out, () => verb.run(args, options));
    });
  }
  return root;
}

/** Exit codes: 0 done; 1 the run failed; 2 bad input or usage; 130 interrupted. */
function exitCode(error: unknown, lang: "en" | "zh"): number {
  if (error instanceof ScenarioErrors) {
    tell(error.format(lang));
    return 2;
  }
  if (error instanceof FolderError) {
    tell(error.text[lang]);
    return 2;
  }
  if (error instanceof UsageError) {
    tell(error.words[lang]);
    return 2;
  }
  if (error instanceof DOMException && error.name === "AbortError") return 130;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  tell(error instanceof Error ? error.message : String(error));
  if (process.env.PRICEWAR_DEBUG) tell(String((error as Error).stack));
  return 1;
}

const lang = langOf(process.argv);
// Ctrl-C before anybody else listens for it, or a second time: nothing is left to tidy up.
process.on("SIGINT", () => {
  if (process.listenerCount("SIGINT") === 1) process.exit(130);
});
try {
  await program(lang).parseAsync(process.argv);
} catch (error) {
  process.exitCode = exitCode(error, lang);
}
