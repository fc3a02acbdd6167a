import { useRef } from "react";
import { predictionFrame, PredictionPicture } from "../../../charts/marks/prediction.tsx";
import type { ChartTheme } from "../../../charts/theme/theme.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { useWidth } from "../../parts/use-width.ts";
import { chartSize } from "./chart-size.ts";
import type { Lesson } from "./lesson.ts";
import { axisValue } from "./quantity.ts";
import { teach } from "./teach-words.ts";
import type { LessonRun } from "./use-lesson-run.ts";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly run: LessonRun;
  readonly answered: boolean; // with the run's line, or empty after what is given
  readonly theme: ChartTheme;
}

/** A lesson's chart on paper: to draw on, or with the line that the run gives. */
export function LessonPicture({ lesson, run, answered, theme }: Props) {
  const say = useSection(teach);
  const tell = useSection(learn);
  const lang = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const whole = chartSize(useWidth(box, 700));
  const size = answered ? whole : { ...whole, height: 260, right: 12 }; // no name stands at the end of an empty chart
  const { what, unit, per } = say(lesson.words);
  const every = run.dates.map((_, t) => t);
  const line =
    answered && run.truth
      ? { id: "model" as const, label: tell("model"), ticks: every, values: run.truth.middle }
      : { id: "given" as const, label: "", ticks: every.slice(0, run.given + 1), values: run.past ?? [] };
  return (
    <figure className="prediction">
      <figcaption>
        <b>{what}</b> <span>{unit}</span>
      </figcaption>
      <div ref={box} className="canvas" style={{ height: size.height }}>
        {run.past && (
          <PredictionPicture
            frame={predictionFrame(run.dates, lesson.draw.scale, size)}
            size={size}
            lines={[line]}
            band={answered && lesson.draw.seeds > 1 ? run.truth : null}
            given={run.given}
            givenText={tell("given")}
            theme={theme}
            lang={lang}
            summary={say(answered ? "answered" : "blank", { what, unit })}
            tickText={(x) => axisValue(x, per)}
          />
        )}
      </div>
    </figure>
  );
}
