import { type Language, say } from "../../engine/index.ts";
import { withoutControl } from "../../engine/text/control.ts";
import type { Arm } from "./arm.ts";
import { armIn } from "./arm-money.ts";
import { toldApart } from "./arm-names.ts";
import { Evidence } from "./evidence.ts";
import { finding } from "./finding.ts";
import { focusFinding } from "./focus.ts";
import { focusFor } from "./focus-for.ts";
import { focusFigures } from "./focus-figures.ts";
import { keyFigures } from "./key-figures.ts";
import { ownQuestion } from "./own-question.ts";
import { madeFrom, ownText } from "./made-from.ts";
import { type Asked, commandOf, type Manifest, manifestArm } from "./manifest.ts";
import type { DocumentSection, ReportDocument } from "./model.ts";
import type { SectionInput } from "./section.ts";
import { together } from "../../words/names.ts";
import { AGAINST } from "./phrase-words.ts";
import { name, of } from "./sentence.ts";
import { sections as registry } from "./sections/index.ts";
import { sheetsOf } from "./sheets.ts";
import { onMean } from "./swings-on-mean.ts";
import { needsCauses, sectionsOf, templates } from "./templates.ts";

/**
 * Makes the document: the same arms, words and version make the same document.
 * @param given the scenario the report is about, the baseline it is held against, and further ones for the tables
 */
export function buildReport(given: readonly Arm[], request: Asked, version: string): ReportDocument {
  const asked = holdable(request);
  const { lang } = asked;
  const money = asked.currency ?? given[0].scenario.currency;
  const arms = toldApart(given.map((arm) => onMean(armIn(money, arm, given[0].scenario))));
  const evidence = new Evidence(arms);
  const [subject, baseline = null] = arms;
  const ids = sectionsOf(asked);
  const manifest: Manifest = {
    program: "pricewar",
    version,
    kind: "report",
    command: commandOf(asked),
    lang,
    template: asked.sections ? "" : asked.template,
    sections: ids,
    seed: asked.seed,
    replications: asked.runs,
    nash: asked.nash,
    ...(asked.draws !== undefined && { draws: asked.draws }),
    focus: asked.focus ?? null,
    arms: given.map(manifestArm),
  };
  const names = together(arms.map(({ scenario }) => scenario));
  const template = asked.sections ? null : templates.get(asked.template);
  const focus = focusFor(asked.focus, arms, needsCauses(asked));
  const figures = { ...figureInput(arms, lang), focus: ids.includes("focus") ? focus : null };
  const input: SectionInput = { evidence, subject, baseline, names, focus, figures, manifest, lang };
  const title = focus ? focusFinding({ ...input, focus }) : finding(input);
  const opening = focus ? focusFigures({ ...input, focus }) : keyFigures(input);
  const made = subject.from ?? (template?.board ? madeFrom(subject, baseline) : null);
  const asks = ownText(subject, (s) => s.question);
  return {
    lang,
    title: template?.untold ? of(name(say(subject.scenario.title, lang))) : title,
    question:
      (asks && !template?.board) || !made ? say(asks ?? subject.scenario.question, lang) : ownQuestion(input, made),
    kicker: arms.map(({ scenario }) => say(scenario.title, lang)).join(say(AGAINST, lang)),
    keyFigures: template?.untold ? [] : opening,
    sections: ids.flatMap((id) => sectionOf(id, input, asked)),
    note: asked.note ?? "",
    logo: asked.logo ?? null,
    board: template?.board === true,
    manifest,
    sheets: once(() => sheetsOf(evidence, focus, lang)),
    recorded: arms.map(({ scenario, recordings }) => ({ scenario: scenario.id, recordings })),
  };
}

/** As asked, without what files could not hold: a note or a name may be of any characters, and XML is not. */
const holdable = (asked: Asked): Asked => ({
  ...asked,
  names: asked.names.map(withoutControl),
  note: asked.note === undefined ? undefined : withoutControl(asked.note),
  command: asked.command === undefined ? undefined : withoutControl(asked.command),
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function sectionOf(id: string, input: SectionInput, asked: Asked): DocumentSection[] {
  const kind = registry.get(id);
  const blocks = kind.build(input);
  const newPage = !asked.sections && templates.get(asked.template).newPages.includes(id);
  return blocks.length > 0 ? [{ id, heading: say(kind.heading, input.lang), newPage, blocks }] : [];
}

function figureInput([subject, baseline]: readonly Arm[], lang: Language): SectionInput["figures"] {
  const { currency } = subject.scenario;
  return {
    run: { scenario: subject.scenario, recording: subject.recordings[0] },
    recordings: subject.recordings,
    baseline: baseline && { scenario: { ...baseline.scenario, currency }, recording: baseline.recordings[0] },
    baselineRecordings: baseline?.recordings,
    explained: subject.explanation.index,
    lang,
  };
}
