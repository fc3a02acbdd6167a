import { date, number } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { gapOf } from "./compare.ts";
import { shapeOf, type Verdict } from "./shape.ts";
import type { Lesson } from "./lesson.ts";
import { quantity } from "./quantity.ts";
import type { LessonRun } from "./use-lesson-run.ts";
import { learn } from "./words.ts";
import { sentences } from "../../i18n/sentences.ts";

/** What a teacher would say of a line of that shape. */
const SAID = {
  right: "shapeRight",
  level: "shapeLevel",
  late: "shapeLate",
  mirrored: "shapeMirrored",
  flat: "shapeFlat",
  straight: "shapeStraight",
  other: "shapeOther",
} as const satisfies Readonly<Record<Verdict, keyof typeof learn>>;

/** How far the prediction was from the run, in a number and in words. */
export function Compared({ lesson, run }: { readonly lesson: Lesson; readonly run: LessonRun }) {
  const say = useSection(learn);
  const lang = useLanguage();
  const { dates, ticks, drawn, truth, past, given } = run;
  if (!drawn || !truth || !past) return null;
  const values = ticks.map((t) => truth.middle[t]);
  const gap = gapOf(drawn, values, lesson.draw.scale);
  const text = (x: number) => quantity(x, say(lesson.words));
  const { unit, per } = say(lesson.words);
  // Between shares: points.
  const difference = (x: number) => (unit === "%" ? say("points", { n: number(x / per, 2) }) : text(x));
  const shape = shapeOf(drawn, values, past[given], lesson.draw.scale);
  const day = (k: number) => date(dates[ticks[Math.max(0, Math.min(ticks.length - 1, k))]], lang);
  const ended = { drawn: text(drawn[drawn.length - 1]), truth: text(values[values.length - 1]) };
  const sentence = sentences(
    lang,
    say(SAID[shape.verdict], { ...ended, date: day(shape.turn ?? gap.worst) }),
    say("off", { mean: difference(gap.mean), part: `${number(100 * gap.part, 2)}%` }),
    say("worst", {
      date: date(dates[ticks[gap.worst]], lang),
      drawn: text(drawn[gap.worst]),
      truth: text(values[gap.worst]),
    }),
  );
  return (
    <div className="compared" aria-live="polite">
      <p>{sentence}</p>
      {lesson.draw.seeds > 1 && <p className="small">{say("band", { n: lesson.draw.seeds })}</p>}
    </div>
  );
}
