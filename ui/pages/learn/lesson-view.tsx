import { type ReactNode, useEffect } from "react";
import { Button } from "react-aria-components";
import { Phrases } from "../../controls/phrases.tsx";
import { useSection } from "../../i18n/index.ts";
import { CheckQuestion } from "./check-question.tsx";
import { Claims } from "./claims.tsx";
import { Compared } from "./compared.tsx";
import { Html } from "./html.tsx";
import type { Lesson } from "./lesson.ts";
import { LessonLink } from "./lesson-link.tsx";
import { Part } from "./part.tsx";
import { PredictionChart } from "./prediction-chart.tsx";
import { type Progress, useProgress } from "./progress.ts";
import { useLessonRun } from "./use-lesson-run.ts";
import { Without } from "./without.tsx";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly number: number | null; // null: it stands alone
  readonly children?: ReactNode; // what follows
  /** Hears what the reader has done. */
  onProgress?(progress: Progress): void;
}

/** A lesson from top to bottom; what follows the prediction appears once it has been run. */
export function LessonView({ lesson, number, children, onProgress }: Props) {
  const say = useSection(learn);
  const words = say(lesson.words);
  const kept = useProgress(lesson.id, lesson.draw.points, words.check.choices.length);
  const { progress, change } = kept;
  const run = useLessonRun(lesson, progress);
  useEffect(() => onProgress?.(progress), [onProgress, progress]);
  return (
    <article className="lesson">
      <LessonHead lesson={lesson} number={number} />
      <Html className="scene" html={words.sections.question} />
      <Part title={say("read")} html={words.sections.read} />
      <Part title={say("predict")} html={words.sections.predict}>
        <PredictionChart lesson={lesson} run={run} onDraw={(drawn) => change({ drawn })} />
        {!kept.kept && <p role="alert">{say("notKept")}</p>}
      </Part>
      <Part title={say("run")} html={words.sections.run}>
        <RunButton
          run={run}
          seeds={lesson.draw.seeds}
          onRun={(ran) => change(ran ? { ran, drawn: run.drawn } : { ran, without: false })}
        />
      </Part>
      {run.truth && (
        <>
          <Part title={say("compare")}>
            <Compared lesson={lesson} run={run} />
          </Part>
          <Part title={say("explain")} html={words.sections.explain}>
            <Claims lesson={lesson} runs={run.runs} />
          </Part>
          <Part title={say("without")}>
            <Without lesson={lesson} run={run} asked={progress.without} onAsk={(without) => change({ without })} />
          </Part>
          <Part title={say("check")}>
            <CheckQuestion check={words.check} answer={progress.answer} onAnswer={(answer) => change({ answer })} />
          </Part>
        </>
      )}
      {children}
    </article>
  );
}

function LessonHead({ lesson, number }: Pick<Props, "lesson" | "number">) {
  const say = useSection(learn);
  return (
    <header>
      <p className="crumbs">
        {number !== null && <LessonLink id={null}>{say("all")}</LessonLink>}
        <span>
          {number !== null && `${say("lessonNumber", { n: number })} · `}
          {say("minutes", { n: lesson.minutes })}
        </span>
      </p>
      <h1>{say(lesson.scenario.title)}</h1>
      <p className="lead">
        <Phrases text={say(lesson.scenario.question)} />
      </p>
    </header>
  );
}

interface RunProps {
  readonly run: ReturnType<typeof useLessonRun>;
  readonly seeds: number;
  onRun(ran: boolean): void;
}

function RunButton({ run, seeds, onRun }: RunProps) {
  const say = useSection(learn);
  return (
    <p className="run-line" aria-live="polite">
      {run.asked ? (
        <Button className="button" onPress={() => onRun(false)}>
          {say("again")}
        </Button>
      ) : (
        <Button className="button primary" onPress={() => onRun(true)}>
          {say("start")}
        </Button>
      )}
      {run.asked && !run.truth && run.error === null && (
        <span className="progress">
          <progress value={run.count} max={seeds} aria-label={say("run")} />
          {say("running", { done: run.count, all: seeds })}
        </span>
      )}
      {run.error !== null && <span role="alert">{say("failed", { why: run.error })}</span>}
    </p>
  );
}
