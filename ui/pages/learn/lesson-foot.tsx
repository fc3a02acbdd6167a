import { Button } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { open } from "../../store/app.ts";
import { turnTo } from "../../store/page.ts";
import { freshSession, OWN } from "../../store/session.ts";
import type { Lesson, LessonEntry } from "./lesson.ts";
import { lessonAddress, turnToLesson } from "./place.ts";
import { TeacherNotes } from "./teacher-notes.tsx";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly next: LessonEntry | null;
}

/** Where a lesson leads: its notes for teachers, its market in Explore, the next one. */
export function LessonFoot({ lesson, next }: Props) {
  const say = useSection(learn);
  const explore = async () => {
    await open({ ...freshSession(OWN), own: lesson.text, baseline: lesson.base });
    turnTo("explore");
  };
  return (
    <footer>
      <TeacherNotes notes={say(lesson.words).notes} />
      <p className="foot">
        <Button className="button" onPress={() => void explore()}>
          {say("open")}
        </Button>
        <Button className="button" onPress={() => print()}>
          {say("print")}
        </Button>
        {next && (
          <a href={lessonAddress(next.id)} onClick={(e) => (e.preventDefault(), turnToLesson(next.id))}>
            {say("next", { title: say(next.title) })}
          </a>
        )}
      </p>
    </footer>
  );
}
