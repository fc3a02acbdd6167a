import { useMemo, useRef } from "react";
import { Button } from "react-aria-components";
import { predictionFrame, type PredictionLine, PredictionPicture } from "../../../charts/marks/prediction.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useWidth } from "../../parts/use-width.ts";
import { chartSize } from "./chart-size.ts";
import { courseOf } from "./course.ts";
import type { Lesson } from "./lesson.ts";
import { PictureData } from "./picture-data.tsx";
import { axisValue } from "./quantity.ts";
import type { LessonRun } from "./use-lesson-run.ts";
import { useRuns } from "./use-runs.ts";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly run: LessonRun;
  readonly asked: boolean;
  onAsk(asked: boolean): void;
}

/** The lesson's market with its mechanism taken out: what the mechanism did is the gap between two lines. */
export function Without({ lesson, run, asked, onAsk }: Props) {
  const say = useSection(learn);
  const { draw, without } = lesson;
  const { done, error } = useRuns(without, asked ? draw.seeds : 0);
  const name = say(without.title);
  return (
    <div className="without" aria-live="polite">
      <p className="prose">{say(asked ? "withoutWas" : "withoutIs")}</p>
      {!asked && (
        <p className="run-line">
          <Button className="button" onPress={() => onAsk(true)}>
            {name}
          </Button>
        </p>
      )}
      {error !== null && <p role="alert">{say("failed", { why: error })}</p>}
      {asked && done.length === 0 && error === null && <p className="run-line">{say("waitingRuns")}</p>}
      {done.length > 0 && (
        <>
          <WithoutChart lesson={lesson} run={run} line={courseOf(done, draw.series).middle} />
          <p className="prose">{without.description && say(without.description)}</p>
        </>
      )}
    </div>
  );
}

interface ChartProps extends Pick<Props, "lesson" | "run"> {
  readonly line: Float64Array;
}

function WithoutChart({ lesson, run, line }: ChartProps) {
  const { draw, words, without } = lesson;
  const say = useSection(learn);
  const [lang, mode] = [useLanguage(), useMode()];
  const box = useRef<HTMLDivElement>(null);
  const size = chartSize(useWidth(box, 800));
  const every = useMemo(() => run.dates.map((_, t) => t), [run.dates]);
  const { what, unit, per } = say(words);
  const title = say("chartOf", { what, unit });
  const lines: PredictionLine[] = [
    { id: "without", label: say("changed"), ticks: every, values: line },
    { id: "model", label: say("model"), ticks: every, values: run.truth?.middle ?? [] },
  ];
  const band = draw.seeds > 1 ? run.truth : null;
  return (
    <figure className="prediction" aria-label={title}>
      <figcaption>
        <b>{what}</b> <span>{unit}</span>
        <span className="dotted">{say(without.title)}</span>
        <PictureData lesson={lesson} dates={run.dates} lines={lines} band={band} />
      </figcaption>
      <div ref={box} className="canvas" style={{ height: size.height }}>
        <PredictionPicture
          frame={predictionFrame(run.dates, draw.scale, size)}
          size={size}
          lines={lines}
          band={band}
          given={run.given}
          givenText=""
          theme={THEMES[mode]}
          lang={lang}
          summary={title}
          tickText={(x) => axisValue(x, per)}
        />
      </div>
    </figure>
  );
}
