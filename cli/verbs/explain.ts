import { explain, type Explanation, type Recording, type Scenario } from "../../engine/index.ts";
import { explainJson } from "../explain-json.ts";
import { explainText } from "../explain-text.ts";
import { print, progressLine } from "../io.ts";
import { withPool } from "../runner.ts";
import { openScenario, wholeNumber } from "../scenario.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";

export const explainVerb: Verb = {
  name: "explain",
  args: "<scenario>",
  summary: {
    en: "Pass-through or price war: what made prices fall, with the reasons",
    zh: "成本传导还是价格战：价格为什么下跌，理由何在",
  },
  flags: [
    ["--from <date>", { en: "first day compared (default: the first)", zh: "对比的起始日（默认第一天）" }],
    ["--to <date>", { en: "last day compared (default: the last)", zh: "对比的截止日（默认最后一天）" }],
    ["-n, --runs <n>", { en: "replications (default 20)", zh: "重复运行的次数（默认 20）" }],
  ],
  example: "pricewar explain china-2024 --to 2024-12-31 -n 4 --agents 2000",
  async run([name], options) {
    const runs = wholeNumber("-n", String(options.runs ?? 20), 1, 10_000);
    const { scenario } = openScenario(name, options);
    const span = spanOf(scenario, options);
    const recordings = await replications(scenario, { runs, span }, options);
    const found: Explanation = explain(scenario, recordings, span);
    print(options.json ? JSON.stringify(explainJson(found)) : explainText(found, scenario, options.lang));
  },
};

interface Plan {
  readonly runs: number;
  readonly span: { readonly from: string; readonly to: string };
}

async function replications(scenario: Scenario, { runs, span }: Plan, options: Options): Promise<Recording[]> {
  const line = progressLine(scenario.title[options.lang], options.quiet);
  let done = 0;
  return withPool(options, (pool, signal) =>
    Promise.all(
      Array.from({ length: runs }, async (_, replication) => {
        const job = { scenario, seed: options.seed, replication, nashBetween: span };
        const recording = await pool.run(job, { signal });
        line.update(++done / runs);
        return recording;
      }),
    ),
  ).finally(line.end);
}

function spanOf({ clock }: Scenario, { from, to, lang }: Options): Plan["span"] {
  const date = (flag: string, given: unknown, usual: string): string => {
    if (given === undefined) return usual;
    const day = String(given);
    const real = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
    if (real && day >= clock.start && day <= clock.end) return day;
    throw new UsageError(
      lang === "zh"
        ? `${flag} ${day}：应为 ${clock.start} 至 ${clock.end} 之间的日期`
        : `${flag} ${day}: expected a date from ${clock.start} to ${clock.end}`,
    );
  };
  const span = { from: date("--from", from, clock.start), to: date("--to", to, clock.end) };
  if (span.from < span.to) return span;
  throw new UsageError(
    lang === "zh"
      ? `--from ${span.from}：必须早于 --to ${span.to}`
      : `--from ${span.from}: must be earlier than --to ${span.to}`,
  );
}
