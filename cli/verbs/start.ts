import { spawn } from "node:child_process";
import process from "node:process";
import { band, headline, type Recording, type Scenario } from "../../engine/index.ts";
import { points, percent } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { print, progressLine } from "../io.ts";
import { runReplications } from "../runner.ts";
import { openScenario } from "../scenario.ts";
import { headlineText } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";
import { portOf, serveApp } from "./serve.ts";

const QUICK_SEEDS = 20;

/** What `npm start` does: the headline answers with the band of twenty quick seeds, then the app. */
export const start: Verb = {
  flags: [
    ["--no-open", { en: "do not open a browser", zh: "不自动打开浏览器" }],
    ["--port <n>", { en: "port to listen on (default 4173, or PORT)", zh: "监听端口（默认 4173 或环境变量 PORT）" }],
  ],
  example: "pricewar start --no-open",
  async run(_args, options) {
    const { scenario } = openScenario("china-2024", options);
    const line = progressLine(options.lang === "zh" ? "20 个种子" : "20 seeds", options.quiet, options.lang);
    const runs = await runReplications(scenario, QUICK_SEEDS, options, line.update).finally(line.end);
    print(`${headlineText(headline(runs[0]), scenario, options.lang)}\n`);
    print(bandText(runs, scenario, options));
    const address = await serveApp(options, portOf(options.port));
    print(`\n${options.lang === "zh" ? "打开" : "Open"}  ${address}`);
    if (options.open !== false) openBrowser(address);
  },
};

/** The middle 80 % of the runs: one behavioural run is an anecdote. */
export function bandText(runs: readonly Recording[], scenario: Scenario, { lang }: Pick<Options, "lang">): string {
  const heads = runs.map(headline);
  const fall = band(heads.map((h) => h.priceFall)).map(percent);
  const gainers = new Map<string, number>();
  for (const { gainer } of heads) if (gainer) gainers.set(gainer.vendor, (gainers.get(gainer.vendor) ?? 0) + 1);
  const [most, times] = [...gainers].toSorted((a, b) => b[1] - a[1])[0] ?? ["", 0];
  const gains = heads.map(({ gainer }) => (gainer?.vendor === most ? gainer.to - gainer.from : 0));
  const gain = band(gains).map((x) => points(x, lang));
  if (lang === "zh") {
    return `${runs.length} 个种子，取中间 80%：目录价跌幅 ${fall[0]}–${fall[1]}；${vendorName(scenario, most, lang)}在 ${times} 次运行中份额涨得最多（${gain[0]} 至 ${gain[1]}）。`;
  }
  return `The middle 80% of ${runs.length} seeds: list prices fall ${fall[0]} to ${fall[1]}; ${vendorName(scenario, most, lang)} gains most in ${times} of ${runs.length} (${gain[0]} to ${gain[1]}).`;
}

function openBrowser(address: string): void {
  const command = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  spawn(command, [address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref(); // no browser: the address is printed
}
