import type { Language } from "../../../engine/index.ts";
import type { Named } from "../../../report/document/gather.ts";
import type { Asked } from "../../../report/document/manifest.ts";
import { scenarioOf } from "../../store/scenario-of.ts";
import { isEdited, OWN, type Session } from "../../store/session.ts";
import type { Base } from "../../store/state.ts";

/** What the session says, as scenarios to report on: the scenario as edited, and its baseline where that is another. */
export function namedOf(session: Session, base: Base, baseline: Base): Named[] {
  const scenario = scenarioOf(base.scenario, session);
  const from = scenario === base.scenario ? undefined : base.scenario;
  const subject: Named = { scenario, provenance: base.provenance, from };
  const alone = session.scenario === session.baseline && !isEdited(session);
  return alone ? [subject] : [subject, baseline];
}

interface Choice {
  readonly template: string;
  readonly sections: readonly string[] | null; // by hand
  readonly runs: number;
  readonly currency: string | null;
  readonly lang: Language;
  readonly focus: string | null;
  readonly note: string;
  readonly logo: string | null;
  readonly draws?: string;
}

/** The report in the words of the command line. What those cannot say (price cuts, a text) is in the file itself. */
export function askedOf(session: Session, named: readonly Named[], choice: Choice): Asked {
  const { template, sections, runs, lang, focus, note, logo, draws } = choice;
  const { currency, fx } = named[0].scenario;
  const money = choice.currency !== null && choice.currency in fx ? choice.currency : currency;
  const about = named.map(({ scenario }) => scenario.id).join("-vs-");
  const file = `${about}-${sections ? "sections" : template}-${lang}.html`;
  const ids = named.length > 1 ? [session.scenario, session.baseline] : [session.scenario];
  const plain = session.scenario !== OWN && !isEdited(session);
  return {
    names: plain ? ids : [file],
    set: [],
    template,
    sections: sections ?? undefined,
    lang,
    seed: session.seed,
    runs,
    nash: false,
    draws,
    focus: focus ?? undefined,
    currency: money === currency ? undefined : money,
    note,
    logo: logo ?? undefined,
  };
}
