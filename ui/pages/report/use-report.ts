import { useMemo } from "react";
import { buildReport } from "../../../report/document/build.ts";
import type { Named } from "../../../report/document/gather.ts";
import type { ReportDocument } from "../../../report/document/model.ts";
import { needsCauses, needsSwings } from "../../../report/document/templates.ts";
import { inBoth } from "../../../engine/index.ts";
import { version } from "../../store/places.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { Own, Selection } from "../../store/report-inputs.ts";
import type { Session } from "../../store/session.ts";
import { drawsAsked, useOverUnknowns } from "../../store/unknowns.ts";
import { chosen } from "./choices.tsx";
import { askedOf } from "./request.ts";
import { type Runs, useArms } from "./use-arms.ts";

interface Asked {
  readonly session: Session;
  readonly named: readonly Named[] | null;
  readonly selection: Selection;
  readonly own: Own;
  readonly looked: string | undefined; // an output in focus
}

interface Made {
  readonly runs: Runs;
  readonly made: ReportDocument | null; // until its runs are there
  readonly any: boolean; // whether any section is chosen
}

/** The document as it is chosen, and the runs it is made of. */
export function useReport({ session, named, selection, own, looked }: Asked): Made {
  const lang = useLanguage();
  const over = useOverUnknowns();
  const draws = named ? drawsAsked(named[0].scenario, over) : undefined;
  const runs = useArms(named, {
    seed: session.seed,
    runs: selection.runs,
    swings: needsSwings(selection),
    causes: needsCauses(selection),
    focus: looked,
    drawn: draws !== undefined,
  });
  const any = chosen(selection).length > 0;
  const made = useMemo(() => {
    // Another language or selection is no new run; another scenario is, and its arms come later.
    if (!runs.arms || !named || !any || runs.arms[0].recordings.length !== selection.runs) return null;
    if (runs.arms.some((arm, k) => arm.scenario !== named[k]?.scenario)) return null;
    const asked = askedOf(session, named, { ...selection, ...own, lang, focus: looked ?? null, draws });
    return buildReport(called(runs.arms, own.title), asked, version);
  }, [runs.arms, named, any, session, selection, own, looked, draws, lang]);
  return { runs, made, any };
}

/** The first scenario goes by the name its analyst gives it. */
export const called = <A extends Named>(arms: readonly A[], title: string): A[] =>
  arms.map((arm, k) => ({ ...arm, called: k === 0 && title !== "" ? inBoth(title) : undefined }));
