import { say } from "../../../engine/index.ts";
import { setting } from "../../../words/format.ts";
import { outputInSentence, outputName } from "../../../words/output-words.ts";
import { aside } from "../../../words/punctuation.ts";
import { capitalised } from "../../../words/sentence.ts";
import { tornadoFigure } from "../../figures/tornado-figure.ts";
import { nextAgrees, OPEN } from "../evidence.ts";
import type { Block, Sentence, Table } from "../model.ts";
import { movers } from "../movers.ts";
import { cell, certainty, unitOf, whole } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { name, of, sentence } from "../sentence.ts";
import type { Swings } from "../swings.ts";
import * as words from "./sensitivity-words.ts";

/** What the result hangs on: each lever over its plausible range, in words, as a tornado, number by number. */
export const sensitivity: SectionKind = {
  id: "sensitivity",
  label: { en: "Sensitivity", zh: "敏感性" },
  heading: { en: "Sensitivity: what the result depends on", zh: "敏感性：结果取决于什么" },
  build(input) {
    const { swings } = input.subject;
    if (swings === undefined) return [];
    if (swings === null) return [{ kind: "prose", sentences: [of(say(words.NO_LEVERS, input.lang))] }];
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

/** How far prices fall, who moved most, what vendors earn. */
function outputsOf({ evidence }: SectionInput, { outputs }: Swings): string[] {
  const most = movers(evidence).find(({ path }) => outputs.includes(path));
  return ["headline.priceFall", ...(most ? [most.path] : []), "market.vendorProfit"];
}

const unitFor = (output: string, { subject, lang }: SectionInput) =>
  unitOf(output, subject.scenario.currency, lang).value;

function design({ evidence, subject, baseline, lang }: SectionInput): Sentence {
  const at = (what: string) => evidence.value(`A/swings.${what}`, whole);
  const title = baseline ? name(say(subject.scenario.title, lang)) : null;
  return say(words.design, lang)(at("levers"), at("replications"), at("agents"), title);
}

export function picture(input: SectionInput, swings: Swings, output: string, k: number): Block[] {
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

/** “The fall of list prices hangs most on …: 41% at 0.4, 79% at 1.3 (a rise, 5 of 5 pairs); next on …”. */
function drivers(input: SectionInput, swings: Swings, output: string): Sentence {
  const { evidence, subject, lang } = input;
  const what = name(outputInSentence(output, subject.scenario, lang));
  const unit = unitFor(output, input);
  const said = (id: string, mark: string) => unit(evidence.read(`A/levers.${id}.${output}#${mark}`));
  const size = (id: string) => Math.abs(evidence.read(`A/levers.${id}.${output}#swing`));
  const moving = swings.levers
    .filter(({ id }) => said(id, "low") !== said(id, "high"))
    .toSorted((a, b) => size(b.id) - size(a.id));
  if (moving.length === 0)
    return say(words.unmoved, lang)(what, evidence.value(`A/levers.${swings.levers[0].id}.${output}#base`, unit));
  const [first, second] = moving.slice(0, 2).map((lever) => effect(input, lever, output));
  return second ? say(words.twoDrivers, lang)(what, first, second) : say(words.oneDriver, lang)(what, first);
}

/** One lever's doing, how sure its direction is. */
function effect(input: SectionInput, { id, label }: Swings["levers"][number], output: string): Sentence {
  const { evidence, lang } = input;
  const path = `A/levers.${id}`;
  const values = bothEnds(input, id, output);
  const settings = ["low", "high"].map((mark) => evidence.value(`${path}.setting#${mark}`, setting));
  const [pairs, all] = [
    evidence.value(`${path}.${output}#agree`, whole),
    evidence.value("A/swings.replications", whole),
  ];
  const open = nextAgrees(pairs.value, all.value) < OPEN;
  const rises = values[1].value > values[0].value;
  const word = certainty(pairs.value, all.value, lang);
  const way = open ? say(words.OPEN_WAY, lang) : say(rises ? words.rises : words.falls, lang)(word);
  return say(words.effect, lang)(name(say(label, lang)), settings, values, way, [pairs, all]);
}

const bothEnds = (input: SectionInput, lever: string, output: string) =>
  ["low", "high"].map((mark) => input.evidence.value(`A/levers.${lever}.${output}#${mark}`, unitFor(output, input)));

function table(input: SectionInput, { levers }: Swings, outputs: readonly string[]): Table {
  const { evidence, subject, lang } = input;
  const rows = levers.map(({ id, label, unit }): readonly Sentence[] => {
    const end = (mark: string) => cell(evidence.value(`A/levers.${id}.setting#${mark}`, setting));
    const cells = outputs.map((output) => {
      const [low, high] = bothEnds(input, id, output);
      return sentence`${low} → ${high}`;
    });
    return [of(name(say(label, lang) + aside(say(unit, lang), lang))), end("low"), end("high"), ...cells];
  });
  const named = outputs.map((output) => capitalised(outputName(output, subject.scenario, lang)));
  return { caption: say(words.CAPTION, lang), head: [...say(words.HEAD, lang), ...named], rows };
}
