import { useRef, useState } from "react";
import { Button } from "react-aria-components";
import { predictionFrame, type PredictionLine, PredictionPicture } from "../../../charts/marks/prediction.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";
import { useSection } from "../../i18n/index.ts";
import { sentences } from "../../i18n/sentences.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useWidth } from "../../parts/use-width.ts";
import { chartSize } from "./chart-size.ts";
import { DrawingLayer } from "./drawing-layer.tsx";
import type { Lesson } from "./lesson.ts";
import { PictureData } from "./picture-data.tsx";
import { NumbersTable } from "./numbers-table.tsx";
import { axisValue } from "./quantity.ts";
import type { LessonRun } from "./use-lesson-run.ts";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly run: LessonRun;
  onDraw(values: readonly number[]): void;
}

/** The chart to draw on; once run, the same chart with the run next to the prediction. */
export function PredictionChart({ lesson, run, onDraw }: Props) {
  const say = useSection(learn);
  const [lang, mode] = [useLanguage(), useMode()];
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 800);
  const words = say(lesson.words);
  const size = chartSize(width);
  const frame = predictionFrame(run.dates, lesson.draw.scale, size);
  const title = say("chart", { what: words.what, unit: words.unit });
  const lines = linesOf(run, words.also, say);
  const band = lesson.draw.seeds > 1 ? run.truth : null;
  return (
    <figure className="prediction" aria-label={title}>
      <figcaption>
        <b>{words.what}</b> <span>{words.unit}</span>
        {run.truth && <PictureData lesson={lesson} dates={run.dates} lines={lines} band={band} />}
      </figcaption>
      <div ref={box} className="canvas" style={{ height: size.height }}>
        {run.past && run.drawn && (
          <>
            <PredictionPicture
              frame={frame}
              size={size}
              lines={lines}
              band={band}
              given={run.given}
              givenText={say("given")}
              theme={THEMES[mode]}
              lang={lang}
              summary={title}
              tickText={(x) => axisValue(x, words.per)}
            />
            <DrawingLayer
              frame={frame}
              ticks={run.ticks}
              values={run.drawn}
              scale={lesson.draw.scale}
              words={words}
              locked={run.asked}
              onDraw={onDraw}
            />
          </>
        )}
      </div>
      <Below lesson={lesson} run={run} onDraw={onDraw} />
    </figure>
  );
}

function linesOf(
  run: LessonRun,
  also: readonly string[],
  say: ReturnType<typeof useSection<typeof learn>>,
): PredictionLine[] {
  const { past, drawn, truth, ticks, given, dates } = run;
  if (!past || !drawn) return [];
  const every = dates.map((_, t) => t);
  return [
    ...run.also.map((values, k): PredictionLine => ({ id: "also", label: also[k], ticks: every, values })),
    { id: "yours", label: say("yours"), ticks: [given, ...ticks], values: [past[given], ...drawn] },
    truth
      ? { id: "model", label: say("model"), ticks: every, values: truth.middle }
      : { id: "given", label: "", ticks: every.slice(0, given + 1), values: past },
  ];
}

/** How to draw, and the same line as numbers. */
function Below({ lesson, run, onDraw }: Props) {
  const say = useSection(learn);
  const lang = useLanguage();
  const [asNumbers, setAsNumbers] = useState(false);
  const { past, given, ticks } = run;
  return (
    <>
      {!run.asked && <p className="small">{sentences(lang, say("flat"), say("how"))}</p>}
      <p className="chart-tools">
        <Button className="link" onPress={() => setAsNumbers(!asNumbers)}>
          {say(asNumbers ? "asLine" : "asNumbers")}
        </Button>
        {!run.asked && past && (
          <Button className="link" onPress={() => onDraw(ticks.map(() => past[given]))}>
            {say("clear")}
          </Button>
        )}
      </p>
      {asNumbers && run.drawn && <NumbersTable lesson={lesson} run={run} onDraw={onDraw} />}
    </>
  );
}
