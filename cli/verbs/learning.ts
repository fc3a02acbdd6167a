import { type LearningAnswer, type LearningOf, say } from "../../engine/index.ts";
import { CALVANO } from "../../engine/validation.ts";
import { plainNumber } from "../../engine/text/plain-number.ts";
import { number } from "../../words/format.ts";
import { askAll } from "../explain/asked.ts";
import { print, printJson } from "../io.ts";
import { numberInside } from "../problem-words.ts";
import { openAloud } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import * as words from "./verb-words.ts";
import { wholeNumber } from "../whole-number.ts";

export const learningVerb: Verb = {
  flags: [
    ["-n, --runs <n>", { en: "sessions (default 100)", zh: "学习过程的次数（默认 100）" }],
    ["--alpha <x>", { en: "learning rate (default 0.15)", zh: "学习率（默认 0.15）" }],
    [
      "--beta <x>",
      {
        en: "exploration fades as e^(-beta t) (default 4e-6)",
        zh: "探索概率按 e^(-beta t) 衰减（默认 4e-6）",
      },
    ],
    ["--delta <x>", { en: "discount factor of a period (default 0.95)", zh: "每期贴现因子（默认 0.95）" }],
    ["--points <n>", { en: "prices on the grid (default 15)", zh: "价格档数（默认 15）" }],
  ],
  example: "pricewar learning textbook-algorithms -n 4 --beta 0.0001 --points 7",
  async run([name], options) {
    const runs = wholeNumber("-n", String(options.runs ?? 100), 2, 100_000);
    const { scenario } = openAloud(name, options);
    const of = studied(options);
    const found = await askAll("learning", of, { scenario, runs, options });
    if (options.json) printJson({ ...of, ...found });
    else print(text(found, say(scenario.title, options.lang), options));
  },
};

/** The paper's baseline, changed by flags. @throws UsageError */
function studied(options: Options): LearningOf {
  const between = (flag: string, fallback: number, low: number, high: number): number => {
    const given = options[flag];
    const x = given === undefined ? fallback : (plainNumber(String(given)) ?? NaN);
    if (x > low && x < high) return x;
    throw new UsageError(numberInside(flag, given, low, high));
  };
  return {
    learning: {
      ...CALVANO,
      alpha: between("alpha", CALVANO.alpha, 0, 1),
      beta: between("beta", CALVANO.beta, 0, 1),
      delta: between("delta", CALVANO.delta, 0, 1),
    },
    grid: { points: wholeNumber("--points", String(options.points ?? 15), 2, 50), beyond: 0.1 },
  };
}

const PERIODS = 12; // shown of the answer to a cut

function text({ summary: s, nash, cartel }: LearningAnswer, title: string, { lang }: Options): string {
  const [low, high] = [nash, cartel].map((x) => number(x.reduce((a, b) => a + b, 0) / x.length));
  const table = plainTable(say(words.ANSWER_HEAD, lang), [0, 1, 2]);
  for (let t = 0; t < Math.min(PERIODS, s.own.length); t++)
    table.push([String(t - 1), s.own[t].toFixed(3), s.rivals[t].toFixed(3)]);
  return [
    title,
    say(words.converged, lang)(s.sessions, s.converged, number(s.periods)),
    say(words.gainInterval, lang)(number(s.gain), number(1.96 * s.gainSe)),
    say(words.meanPrice, lang)(number(s.price), low, high),
    "",
    say(words.answerToCut, lang)(number(100 * s.profitable, 2)),
    table.toString(),
  ].join("\n");
}
