import { useState } from "react";
import { recall, remember } from "../../store/storage.ts";

/** What a reader has done in a lesson. */
export interface Progress {
  readonly drawn: readonly number[] | null; // a value a point, in the series' own unit; null: nothing drawn yet
  readonly ran: boolean; // the prediction was put to the test
  readonly without: boolean; // and held against the market without the mechanism
  readonly answer: number | null; // choice taken in the check
}

export const NOTHING: Progress = { drawn: null, ran: false, without: false, answer: null };
const key = (id: string) => `lesson.${id}`;

/** What is kept of a lesson. Damaged or outdated entries count as nothing rather than breaking the page. */
export function readProgress(text: string | null, points: number, choices: number): Progress {
  try {
    const { drawn, ran, without, answer } = JSON.parse(text ?? "null") as Record<string, unknown>;
    const isDrawn = Array.isArray(drawn) && drawn.length === points && drawn.every(Number.isFinite);
    const isAnswer = Number.isInteger(answer) && (answer as number) >= 0 && (answer as number) < choices;
    return {
      drawn: isDrawn ? (drawn as number[]) : null,
      ran: isDrawn && ran === true,
      without: isDrawn && without === true,
      answer: isAnswer ? (answer as number) : null,
    };
  } catch {
    return NOTHING;
  }
}

/** How far the reader is, for the list. */
export function stageOf(id: string): "new" | "begun" | "done" {
  const { drawn, answer } = readProgress(recall(key(id)), pointsIn(recall(key(id))), Infinity);
  return answer !== null ? "done" : drawn !== null ? "begun" : "new";
}

function pointsIn(text: string | null): number {
  try {
    return (JSON.parse(text ?? "null") as { drawn?: { length: number } }).drawn?.length ?? 0;
  } catch {
    return 0;
  }
}

/** A lesson's progress, kept over reload; `kept` is false when this browser refuses to keep it. */
export function useProgress(id: string, points: number, choices: number) {
  const [progress, set] = useState(() => readProgress(recall(key(id)), points, choices));
  const [kept, setKept] = useState(true);
  const change = (part: Partial<Progress>) => {
    const next = { ...progress, ...part };
    set(next);
    setKept(remember(key(id), JSON.stringify(next)));
  };
  return { progress, kept, change };
}
