import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Backtest, backtest, type BacktestRow, type Language } from "../../engine/index.ts";
import { change, large, number, percent } from "../../words/format.ts";
import { packageHome } from "../home.ts";
import { print, progressLine } from "../io.ts";
import { runReplications } from "../runner.ts";
import { openScenario, wholeNumber } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { label, paragraph } from "../text-width.ts";
import { UsageError, type Verb } from "../verb.ts";

const folder = () => join(packageHome(), "scenarios", "backtest");

export const backtestVerb: Verb = {
  flags: [["-n, --runs <n>", { en: "replications (default 20)", zh: "重复次数（默认 20）" }]],
  example: "pricewar backtest china-2024-history -n 20",
  async run([name = "china-2024-history"], options) {
    const file = join(folder(), `${name}.json`);
    if (!existsSync(file)) throw new UsageError(noTargets(name, options.lang));
    const targets = JSON.parse(readFileSync(file, "utf8")) as Backtest;
    const runs = wholeNumber("-n", String(options.runs ?? 20), 1, 100_000);
    const { scenario } = openScenario(targets.scenario, options);
    const line = progressLine(scenario.title[options.lang], options.quiet, options.lang);
    const recordings = await runReplications(scenario, runs, options, line.update).finally(line.end);
    const rows = backtest(targets, recordings);
    if (options.json) return print(JSON.stringify({ scenario: targets.scenario, runs, rows, limits: targets.limits }));
    print(asText(targets, rows, options.lang));
  },
};

function noTargets(name: string, lang: Language): string {
  const known = readdirSync(folder()).map((f) => basename(f, ".json"));
  return lang === "zh"
    ? `情景 “${name}” 没有可比的公开数据；有数据的是：${known.join("、")}`
    : `no public outcomes for “${name}”; there are some for ${known.join(", ")}`;
}

function asText({ limits }: Backtest, rows: readonly BacktestRow[], lang: Language): string {
  const zh = lang === "zh";
  const part = (role: "fitted" | "tested", title: string) => {
    const head = zh
      ? ["目标", "公开值", "模型", "十分之八区间", "误差", ""]
      : ["target", "observed", "model", "8 in 10 runs", "error", ""];
    const table = plainTable(head, [1, 2, 3, 4]);
    for (const row of rows.filter((r) => r.target.role === role)) table.push(cells(row, lang));
    return `${title}\n${table.toString()}`;
  };
  const notes = rows
    .filter((r) => r.target.note)
    .map((r) => `  ${paragraph(`${r.target.label[lang]}${zh ? "：" : ": "}${r.target.note![lang]}`, 4)}`);
  return [
    part("fitted", zh ? "拟合所用（不算检验）" : "Fitted (no test)"),
    part("tested", zh ? "检验" : "Tested"),
    `${zh ? "说明" : "Notes"}\n${notes.join("\n")}`,
    `${zh ? "模型无法解释的" : "What the model cannot explain"}\n${limits.map((l) => `  ${paragraph(l[lang], 4)}`).join("\n")}`,
  ].join("\n\n");
}

const FIGURES = 64; // columns of what stands beside a target's name

function cells({ target, mean, low, high, error, covered }: BacktestRow, lang: Language): string[] {
  const show = (x: number) => showValue(target.unit, x, lang);
  const sign = target.measure === "kink";
  const verdict = sign ? mean > 0 : covered;
  const words = {
    en: ["in the band", "outside it", "sign right", "sign wrong"],
    zh: ["在区间内", "在区间外", "方向相符", "方向相反"],
  }[lang];
  return [
    label(
      target.label[lang] + (target.confidence === "unverified" ? (lang === "zh" ? "（未核实）" : " (unverified)") : ""),
      FIGURES,
    ),
    sign ? "> 0" : show(target.observed),
    show(mean),
    `${show(low)} – ${show(high)}`,
    sign ? "" : change(error),
    words[(sign ? 2 : 0) + (verdict ? 0 : 1)],
  ];
}

function showValue(unit: string, x: number, lang: Language): string {
  if (unit === "1") return percent(x);
  if (unit.startsWith("tokens")) return large(x, lang);
  return number(x);
}
