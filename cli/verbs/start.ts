import { spawn } from "node:child_process";
import process from "node:process";
import { band, headline, meanHeadline, type Recording, say, type Scenario } from "../../engine/index.ts";
import { points, percent } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { print, printJson, progressLine } from "../io.ts";
import { seeds } from "../progress-words.ts";
import { runReplications } from "../runner.ts";
import { openScenario } from "../scenario.ts";
import { headlineText } from "../terminal.ts";
import type { Options, Verb } from "../verb.ts";
import { portFlag, portOf, serveApp } from "./serve.ts";
import { middleEighty, OPEN } from "./verb-words.ts";

const QUICK_SEEDS = 20;

/** What `npm start` does: the headline answers with the band of twenty quick seeds, then the app. */
export const start: Verb = {
  flags: [["--no-open", { en: "do not open a browser", zh: "不自动打开浏览器" }], portFlag],
  example: "pricewar start --no-open",
  async run(_args, options) {
    const { scenario } = openScenario("china-2024", options);
    const line = progressLine(say(seeds, options.lang)(QUICK_SEEDS), options.quiet, options.lang);
    const runs = await runReplications(() => scenario, QUICK_SEEDS, options, line.update).finally(line.end);
    if (!options.json) {
      print(`${headlineText(meanHeadline(runs), scenario, options.lang)}\n`);
      print(bandText(runs, scenario, options));
    }
    const address = await serveApp(portOf(options.port));
    if (options.json) printJson({ headline: meanHeadline(runs), address });
    else print(`\n${say(OPEN, options.lang)}  ${address}`);
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
  const told = say(middleEighty, lang);
  return told({ seeds: runs.length, fall, vendor: vendorName(scenario, most, lang), times, gain });
}

function openBrowser(address: string): void {
  const command = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  spawn(command, [address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref(); // no browser: the address is printed
}
