import { Button } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { open } from "../../store/app.ts";
import { turnTo } from "../../store/page.ts";
import { freshSession, OWN } from "../../store/session.ts";
import type { Lesson, LessonEntry } from "./lesson.ts";
import { LessonLink } from "./lesson-link.tsx";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly next: LessonEntry | null;
}

/** Where a lesson leads: its market in Explore, its plans for teachers, the next one. */
export function LessonFoot({ lesson, next }: Props) {
  const say = useSection(learn);
  const explore = async () => {
    await open({ ...freshSession(OWN), own: lesson.text, baseline: lesson.base });
    turnTo("explore");
  };
  return (
    <footer>
      <p className="foot">
        <Button className="button" onPress={() => void explore()}>
          {say("open")}
        </Button>
        <Button className="button" onPress={() => print()}>
          {say("print")}
        </Button>
        <LessonLink id={lesson.id} forTeachers>
          {say("teachers")}
        </LessonLink>
        {next && <LessonLink id={next.id}>{say("next", { title: say(next.title) })}</LessonLink>}
      </p>
    </footer>
  );
}
