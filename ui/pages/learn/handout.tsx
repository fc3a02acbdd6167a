import { THEMES } from "../../../charts/theme/theme.ts";
import { useSection } from "../../i18n/index.ts";
import { Html } from "./html.tsx";
import type { Lesson } from "./lesson.ts";
import { LessonPicture } from "./lesson-picture.tsx";
import { teach } from "./teach-words.ts";
import type { Teaching } from "./teaching.ts";
import type { LessonRun } from "./use-lesson-run.ts";

interface Props {
  readonly lesson: Lesson;
  readonly teaching: Teaching;
  readonly run: LessonRun;
}

/** What students get in their hands: the question, an empty chart, room for reasons. No answer stands on it. */
export function Handout({ lesson, teaching, run }: Props) {
  const say = useSection(teach);
  const words = say(lesson.words);
  return (
    <section className="handout-paper" aria-labelledby="handout-title">
      <p className="handout-name">
        <span>{say("name")}</span>
        <span>{say("day")}</span>
      </p>
      <h3 id="handout-title">{say(lesson.scenario.title)}</h3>
      <Html html={words.sections.question} />
      <Html html={words.sections.predict} />
      <p>{say("before")}</p>
      <LessonPicture lesson={lesson} run={run} answered={false} theme={THEMES.light} />
      <p className="ruled two">{say("because")}</p>
      <p className="ruled two">{say("after")}</p>
      <ol>
        {teaching.questions.map(({ ask }) => (
          <li key={ask.en} className="ruled">
            {say(ask)}
          </li>
        ))}
      </ol>
      <Html html={words.check.question} />
      <ul className="boxes">
        {words.check.choices.map(({ text }) => (
          <li key={text} dangerouslySetInnerHTML={{ __html: text }} />
        ))}
      </ul>
    </section>
  );
}
