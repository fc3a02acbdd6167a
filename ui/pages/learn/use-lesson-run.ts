import { useMemo } from "react";
import type { Recording } from "../../../engine/index.ts";
import { type Course, courseOf, datesOf, ticksToDraw } from "./course.ts";
import type { Lesson } from "./lesson.ts";
import type { Progress } from "./progress.ts";
import { useRuns } from "./use-runs.ts";

export interface LessonRun {
  readonly dates: readonly string[];
  readonly given: number; // last tick that is given
  readonly ticks: readonly number[]; // that are drawn
  readonly past: Float64Array | null; // the series up to `given`
  readonly drawn: readonly number[] | null; // the prediction: flat until drawn; null while the past is not known
  readonly truth: Course | null; // once run
  readonly also: readonly Float64Array[];
  readonly runs: readonly Recording[]; // all, once run
  readonly asked: boolean;
  readonly count: number;
  readonly error: string | null;
}

/**
 * All that a lesson's chart shows. What is given comes from the same runs, stopped at its date; the whole runs follow
 * once the prediction stands.
 */
export function useLessonRun(lesson: Lesson, { drawn, ran }: Progress): LessonRun {
  const { draw, scenario } = lesson;
  const beginning = useMemo(() => ({ ...scenario, clock: { ...scenario.clock, end: draw.from } }), [scenario, draw]);
  const first = useRuns(beginning, draw.seeds);
  const all = useRuns(scenario, ran ? draw.seeds : 0);
  const dates = useMemo(() => datesOf(scenario), [scenario]);
  const { given, ticks } = useMemo(() => ticksToDraw(dates, draw), [dates, draw]);
  const past = useMemo(
    () => (first.done.length > 0 ? courseOf(first.done, draw.series).middle : null),
    [first.done, draw],
  );
  const results = useMemo(() => {
    if (!ran || all.done.length < draw.seeds) return null;
    return { truth: courseOf(all.done, draw.series), also: draw.also.map((path) => courseOf(all.done, path).middle) };
  }, [ran, all.done, draw]);
  return {
    dates,
    given,
    ticks,
    past,
    drawn: drawn ?? (past && ticks.map(() => past[given])),
    truth: results?.truth ?? null,
    also: results?.also ?? [],
    runs: results ? all.done : [],
    asked: ran,
    count: all.count,
    error: first.error ?? all.error,
  };
}
