import lessons from "virtual:lessons";
import { useSection } from "../../i18n/index.ts";
import { LessonLink } from "./lesson-link.tsx";
import { teach } from "./teach-words.ts";
import { learn } from "./words.ts";

/** What each lesson is for, for who chooses one to teach. */
export function TeachersList() {
  const say = useSection(teach);
  const tell = useSection(learn);
  return (
    <>
      <p className="crumbs">
        <LessonLink id={null}>{tell("all")}</LessonLink>
      </p>
      <h1>{say("title")}</h1>
      <p className="lead">{say("lead")}</p>
      <p className="small">{say("rules")}</p>
      <ol className="lessons">
        {lessons.map(({ id, title, aim }, k) => (
          <li key={id}>
            <span className="number" aria-hidden>
              {k + 1}
            </span>
            <span className="row-words">
              <LessonLink id={id} forTeachers>
                {say(title)}
              </LessonLink>
              <span>{say(aim)}</span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
