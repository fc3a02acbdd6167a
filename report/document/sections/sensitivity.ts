import { tornadoFigure } from "../../figures/tornado-figure.ts";
import { setting } from "../../../words/format.ts";
import { outputInSentence, outputName } from "../../../words/output-words.ts";
import { certainty, nextAgrees, OPEN } from "../evidence.ts";
import type { Block, Sentence, Table } from "../model.ts";
import { movers } from "../movers.ts";
import { capital, cell, unitOf, whole } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of, sentence } from "../sentence.ts";
import type { Swings } from "../swings.ts";

/** What the result hangs on: each lever over its plausible range, in words, as a tornado, number by number. */
export const sensitivity: SectionKind = {
  id: "sensitivity",
  label: { en: "What it hangs on", zh: "结果取决于什么" },
  heading: { en: "What the result hangs on", zh: "结果取决于什么" },
  build(input) {
    const { swings } = input.subject;
    if (swings === undefined) return [];
    if (swings === null) return [{ kind: "prose", sentences: [of(NO_LEVERS[input.lang])] }];
    const outputs = outputsOf(input, swings);
    const told = outputs.map((output) => drivers(input, swings, output));
    return [
      { kind: "prose", sentences: [design(input)] },
      { kind: "list", items: told },
      ...outputs.slice(0, 2).flatMap((output, k) => picture(input, swings, output, k)),
      { kind: "table", table: table(input, swings, outputs) },
    ];
  },
};

const NO_LEVERS = {
  en: "The scenario names no levers, so nothing was varied.",
  zh: "情景没有列出调节项，因此没有做敏感性分析。",
};

/** How far prices fall, who moved most, what vendors earn. */
function outputsOf({ evidence }: SectionInput, { outputs }: Swings): string[] {
  const most = movers(evidence).find(({ path }) => outputs.includes(path));
  return ["headline.priceFall", ...(most ? [most.path] : []), "market.vendorProfit"];
}

const unitFor = (output: string, { subject, lang }: SectionInput) =>
  unitOf(output.split(".").at(-1)!, subject.scenario.currency, lang).value;

function design({ evidence, subject, baseline, lang }: SectionInput): Sentence {
  const at = (what: string) => evidence.value(`A/swings.${what}`, whole);
  const [levers, runs, agents] = [at("levers"), at("replications"), at("agents")];
  const title = name(subject.scenario.title[lang]);
  if (lang === "zh") {
    const people = agents.value > 0 ? sentence`，每次${agents} 个模拟用户` : of("");
    const about = baseline ? sentence`这里变动的是“${title}”本身，不是它与基准之差；` : of("");
    return sentence`${levers} 个调节项逐一取合理范围的两端，其余不变；每端${runs} 次运行${people}，各端共用随机数。${about}几个调节项同时变动时的交互作用看不出来。`;
  }
  const people = agents.value > 0 ? sentence` of ${agents} simulated users` : of("");
  const about = baseline ? sentence` It is “${title}” that is varied, not how it differs from the baseline.` : of("");
  const who = levers.value === 1 ? of("The one lever") : sentence`Each of ${levers} levers`;
  return sentence`${who} goes to either end of its plausible range, the others as they stand, in ${runs} runs${people} with the same draws at each end.${about} What levers do together is not seen this way.`;
}

function picture(input: SectionInput, swings: Swings, output: string, k: number): Block[] {
  const { subject, lang } = input;
  const figure = tornadoFigure(swings, {
    id: `drivers-${k + 1}`,
    output,
    words: unitFor(output, input),
    scenario: subject.scenario,
    lang,
  });
  return figure ? [{ kind: "figure", figure }] : [];
}

/** “The fall of list prices hangs most on …: 41% at 0.4, 79% at 1.3 (very likely a rise, in 5 of 5 pairs); next on …”. */
function drivers(input: SectionInput, swings: Swings, output: string): Sentence {
  const { evidence, subject, lang } = input;
  const zh = lang === "zh";
  const what = name(outputInSentence(output, subject.scenario, lang));
  const words = unitFor(output, input);
  const said = (id: string, mark: string) => words(evidence.read(`A/levers.${id}.${output}#${mark}`));
  const size = (id: string) => Math.abs(evidence.read(`A/levers.${id}.${output}#swing`));
  const moving = swings.levers
    .filter(({ id }) => said(id, "low") !== said(id, "high"))
    .toSorted((a, b) => size(b.id) - size(a.id));
  if (moving.length === 0) {
    const value = evidence.value(`A/levers.${swings.levers[0].id}.${output}#base`, words);
    return zh
      ? sentence`没有一个调节项改变${what}：始终是${value}。`
      : sentence`No lever moves ${what}: it stays at ${value}.`;
  }
  const [first, second] = moving.map((lever) => effect(input, lever, output));
  const lead = zh ? sentence`${what}最取决于${first}` : sentence`${name(capital(what.said))} hangs most on ${first}`;
  if (!second) return zh ? sentence`${lead}。` : sentence`${lead}.`;
  return zh ? sentence`${lead}；其次是${second}。` : sentence`${lead}; next on ${second}.`;
}

/** One lever’s doing, how sure its direction is. */
function effect(input: SectionInput, { id, label }: Swings["levers"][number], output: string): Sentence {
  const { evidence, lang } = input;
  const path = `A/levers.${id}`;
  const [low, high] = ["low", "high"].map((mark) =>
    evidence.value(`${path}.${output}#${mark}`, unitFor(output, input)),
  );
  const [from, to] = ["low", "high"].map((mark) => evidence.value(`${path}.setting#${mark}`, setting));
  const pairs = evidence.value(`${path}.${output}#agree`, whole);
  const all = evidence.value("A/swings.replications", whole);
  const rises = high.value > low.value;
  const word = certainty(pairs.value, all.value, lang);
  const open = nextAgrees(pairs.value, all.value) < OPEN;
  if (lang === "zh") {
    const way = open ? "方向难说" : `${word}${rises ? "上升" : "下降"}`;
    return sentence`“${name(label.zh)}”：取${from}时为${low}，取${to}时为${high}（${way}，${pairs}/${all} 对如此）`;
  }
  const way = open ? "which way is an open question" : `${word} ${rises ? "a rise" : "a fall"}`;
  return sentence`“${name(label.en)}”: ${low} at ${from}, ${high} at ${to} (${way}, ${pairs} of ${all} pairs)`;
}

function table(input: SectionInput, { levers }: Swings, outputs: readonly string[]): Table {
  const { evidence, subject, lang } = input;
  const zh = lang === "zh";
  const rows = levers.map(({ id, label, unit }): readonly Sentence[] => {
    const end = (mark: string) => cell(evidence.value(`A/levers.${id}.setting#${mark}`, setting));
    const both = (output: string) => {
      const [low, high] = ["low", "high"].map((mark) =>
        evidence.value(`A/levers.${id}.${output}#${mark}`, unitFor(output, input)),
      );
      return sentence`${low} → ${high}`;
    };
    return [
      of(name(zh ? `${label.zh}（${unit.zh}）` : `${label.en} (${unit.en})`)),
      end("low"),
      end("high"),
      ...outputs.map(both),
    ];
  });
  return {
    caption: zh ? "各调节项取低端 → 取高端时的结果" : "Outcomes with each lever at its low end → at its high end",
    head: [
      ...(zh ? ["调节项", "低端", "高端"] : ["Lever", "Low", "High"]),
      ...outputs.map((o) => capital(outputName(o, subject.scenario, lang))),
    ],
    rows,
  };
}
