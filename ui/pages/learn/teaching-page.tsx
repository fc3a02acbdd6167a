import { useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "react-aria-components";
import { THEMES } from "../../../charts/theme/theme.ts";
import { Phrases } from "../../controls/phrases.tsx";
import { useSection } from "../../i18n/index.ts";
import { useMode } from "../../store/preferences.ts";
import { Handout } from "./handout.tsx";
import { Html } from "./html.tsx";
import type { Lesson } from "./lesson.ts";
import { LessonLink } from "./lesson-link.tsx";
import { LessonPicture } from "./lesson-picture.tsx";
import { Part } from "./part.tsx";
import { PlanTable } from "./plan-table.tsx";
import { NOTHING } from "./progress.ts";
import { teach } from "./teach-words.ts";
import type { Teaching } from "./teaching.ts";
import { useFetched } from "./use-fetched.ts";
import { type LessonRun, useLessonRun } from "./use-lesson-run.ts";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly number: number;
  fetch(): Promise<Teaching>;
}

/** A lesson as its teacher needs it. Prints as a plan with answers, or as the handout alone. */
export function TeachingPage({ lesson, number, fetch }: Props) {
  const say = useSection(teach);
  const tell = useSection(learn);
  const { found: teaching, why } = useFetched(fetch);
  if (why !== null) return <p role="alert">{tell("broken", { why })}</p>;
  return (
    <>
      <p className="crumbs">
        <LessonLink id={null} forTeachers>
          {say("title")}
        </LessonLink>
        <span>{say("kicker", { n: number })}</span>
        <LessonLink id={lesson.id}>{say("asLearner")}</LessonLink>
      </p>
      <h1>{say(lesson.scenario.title)}</h1>
      <p className="lead">
        <Phrases text={say(lesson.scenario.question)} />
      </p>
      {teaching ? <Taught lesson={lesson} teaching={teaching} /> : <p>{tell("waiting")}</p>}
    </>
  );
}

const ASKED = { ...NOTHING, ran: true };

function Taught({ lesson, teaching }: { readonly lesson: Lesson; readonly teaching: Teaching }) {
  const say = useSection(teach);
  const run = useLessonRun(lesson, ASKED);
  const [paper, setPaper] = useState<"plan" | "handout">("plan");
  const printed = (what: typeof paper) => {
    flushSync(() => setPaper(what));
    print();
  };
  return (
    <article className="lesson teaching" data-paper={paper}>
      <div className="plan-paper">
        <Part title={say("aim")}>
          <p className="prose">{say(teaching.aim)}</p>
        </Part>
        <Part title={say("plan")}>
          <PlanTable teaching={teaching} />
          <p className="chart-tools">
            <Button className="button" onPress={() => printed("plan")}>
              {say("printPlan")}
            </Button>
            <Button className="button" onPress={() => printed("handout")}>
              {say("printHandout")}
            </Button>
          </p>
        </Part>
        <Part title={say("board")}>
          <pre className="blackboard">{teaching.board.map((line) => say(line)).join("\n")}</pre>
        </Part>
        <Part title={say("questions")}>
          <dl className="asked">
            {teaching.questions.map(({ ask, answer }) => (
              <div key={ask.en}>
                <dt>{say(ask)}</dt>
                <dd>{say(answer)}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Part title={say("misconceptions")}>
          <dl className="asked">
            {teaching.misconceptions.map(({ says, but }) => (
              <div key={says.en}>
                <dt>{say("says", { text: say(says) })}</dt>
                <dd>{say(but)}</dd>
              </div>
            ))}
          </dl>
        </Part>
        <Key lesson={lesson} run={run} />
      </div>
      <Part title={say("handout")}>
        <Handout lesson={lesson} teaching={teaching} run={run} />
      </Part>
    </article>
  );
}

/** What the run gives and which choice is right. */
function Key({ lesson, run }: { readonly lesson: Lesson; readonly run: LessonRun }) {
  const say = useSection(teach);
  const tell = useSection(learn);
  const mode = useMode();
  const { question, choices } = say(lesson.words).check;
  const right = choices.find((c) => c.right);
  return (
    <Part title={say("key")}>
      <h3>{say("keyDraw")}</h3>
      {run.error !== null && <p role="alert">{tell("failed", { why: run.error })}</p>}
      <LessonPicture lesson={lesson} run={run} answered theme={THEMES[mode]} />
      <p className="small">{say("keyClaims")}</p>
      <ul className="prose">
        {lesson.scenario.expect.map(({ claim, metric, at }) => (
          <li key={`${metric}@${at}/${claim.en}`}>{say(claim)}</li>
        ))}
      </ul>
      <h3>{say("keyCheck")}</h3>
      <Html html={question} />
      {right && (
        <p className="prose">
          <b dangerouslySetInnerHTML={{ __html: right.text }} />
        </p>
      )}
      {right && <Html html={right.feedback} />}
    </Part>
  );
}
