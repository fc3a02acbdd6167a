import { exchangeRate, type Language, restated, say, withHosts } from "../../engine/index.ts";
import type { Arm } from "./arm.ts";
import { Evidence } from "./evidence.ts";
import { finding } from "./finding.ts";
import { keyFigures } from "./key-figures.ts";
import { type Asked, commandOf, type Manifest, manifestArm } from "./manifest.ts";
import type { DocumentSection, ReportDocument } from "./model.ts";
import type { SectionInput } from "./section.ts";
import { together } from "../../words/names.ts";
import { AGAINST } from "./phrase-words.ts";
import { name, of } from "./sentence.ts";
import { sections as registry } from "./sections/index.ts";
import { sheetsOf } from "./sheets.ts";
import { sectionsOf, templates } from "./templates.ts";

/**
 * Makes the document: the same arms, words and version make the same document.
 * @param given the scenario the report is about, the baseline it is held against, and further ones for the tables
 */
export function buildReport(given: readonly Arm[], asked: Asked, version: string): ReportDocument {
  const arms = given.map((arm) => inMoneyOf(given[0], arm));
  const { lang } = asked;
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
    arms: given.map(manifestArm),
  };
  const names = together(arms.map(({ scenario }) => scenario));
  const input: SectionInput = { evidence, subject, baseline, names, figures: figureInput(arms, lang), manifest, lang };
  const untold = !asked.sections && templates.get(asked.template).untold;
  return {
    lang,
    title: untold ? of(name(say(subject.scenario.title, lang))) : finding(input),
    question: say(subject.scenario.question, lang),
    kicker: arms.map(({ scenario }) => say(scenario.title, lang)).join(say(AGAINST, lang)),
    keyFigures: untold ? [] : keyFigures(input),
    sections: ids.flatMap((id) => sectionOf(id, input, asked)),
    manifest,
    sheets: once(() => sheetsOf(evidence, lang)),
  };
}

/** An arm in the subject's money. Hosts of open weights are vendors that a run has and its scenario has not. */
function inMoneyOf(subject: Arm, arm: Arm): Arm {
  const rate = exchangeRate(arm.scenario, subject.scenario) ?? NaN; // there is one: they are comparable
  return { ...arm, scenario: withHosts(arm.scenario), recordings: arm.recordings.map((r) => restated(r, rate)) };
}

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
