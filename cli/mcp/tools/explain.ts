import { z } from "zod";
import { type Explained, say } from "../../../engine/index.ts";
import { explainedSentence, PARTS, verdictWord } from "../../../words/explain-words.ts";
import { productName, vendorName } from "../../../words/names.ts";
import { COMMA } from "../../../words/punctuation.ts";
import { explainJson } from "../../explain/json.ts";
import { ask } from "../../library-explain.ts";
import { dayBetween, mustBeEarlier } from "../../problem-words.ts";
import { UsageError } from "../../verb.ts";
import { counted } from "../counted.ts";
import { figure, type Said } from "../figure.ts";
import { GIVEN, openGiven } from "../given.ts";
import { BASKET } from "../mcp-words.ts";
import { ANSWER, hashOf, LANG, reply, runsOf, SEED, tool } from "../tool.ts";
import { AT, seedsOf } from "./run.ts";
import { EXPLAIN } from "./tool-words.ts";

export const explain = tool({
  name: "explain",
  ...EXPLAIN,
  input: { ...GIVEN, from: AT, to: AT, runs: runsOf(5), nash: z.boolean().default(true), ...SEED, ...LANG },
  output: ANSWER,
  async run({ from, to, runs, nash, seed, ...given }, bench) {
    const { lang, budget } = bench;
    const runner = counted(bench.runner, runs, bench.onProgress);
    const opened = openGiven(given);
    const { scenario } = opened;
    const { start, end } = scenario.clock;
    const span = { from: from ?? start, to: to ?? end };
    for (const [flag, day] of Object.entries(span))
      if (day < start || day > end) throw new UsageError(dayBetween(`--${flag}`, day, start, end));
    if (span.from >= span.to) throw new UsageError(mustBeEarlier(span.from, span.to));
    budget.book(runs, [scenario]);
    const { explanation, war, growth } = await budget.timed(bench.signal, (signal) =>
      ask(scenario, "splits", { span, nash }, { runs, seed, runner, signal }),
    );
    const { index, vendors, products } = explanation;
    const said = { opened, hash: hashOf([opened]), seeds: seedsOf(seed, runs), lang };
    const days = `${span.from}..${span.to}`;
    const called = (id: string) => `${vendorName(scenario, id.split(".")[0], lang)} ${productName(scenario, id, lang)}`;
    const figures = [
      ...(index ? figuresOf("basket", say(BASKET, lang), index, days, said) : []),
      ...products.flatMap((p) => figuresOf(`products.${p.id}`, called(p.id), p, days, said)),
    ];
    const sentences = [
      ...(index ? [explainedSentence(say(BASKET, lang), index, lang)] : []),
      ...vendors.map((v) => `${vendorName(scenario, v.id, lang)}: ${verdictWord(v, lang)}`),
    ];
    const flags = `--from ${span.from} --to ${span.to} -n ${runs} --seed ${seed} ${opened.flags}`.trim();
    const command = `pricewar explain ${opened.name} ${flags}`;
    const details = explainJson(explanation, war, growth);
    return reply({ answer: sentences.join("\n"), figures, details, command, seed, runs }, [opened], bench);
  },
});

/** A price change and its parts [money/Mtok], with the middle eight of ten runs. */
function figuresOf(path: string, name: string, { split, low, high }: Explained, date: string, said: Said) {
  const { currency } = said.opened.scenario;
  const parts = {
    price: (s: typeof split) => s.to - s.from,
    "price.margin": (s: typeof split) => s.symmetric.margin,
  };
  return Object.entries(parts).map(([part, of]) => {
    const ends = [of(low), of(high)].toSorted((a, b) => a - b);
    const numbers = {
      value: of(split),
      low: ends[0],
      high: ends[1],
      base: part === "price" ? split.from : undefined,
      other: part === "price" ? split.to : undefined,
      band: "p10-p90" as const,
      unit: `${currency}/Mtok`,
      date,
      name: part === "price" ? name : `${name}${say(COMMA, said.lang)}${say(PARTS.margin, said.lang)}`,
    };
    return figure(`${path}.${part}`, numbers, said);
  });
}
