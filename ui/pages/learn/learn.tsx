import lessons from "virtual:lessons";
import { useEffect, useState } from "react";
import { Phrases } from "../../controls/phrases.tsx";
import { useSection } from "../../i18n/index.ts";
import type { LessonEntry } from "./lesson.ts";
import { LessonFoot } from "./lesson-foot.tsx";
import { LessonLink } from "./lesson-link.tsx";
import { LessonView } from "./lesson-view.tsx";
import { readPlace, usePlace } from "./place.ts";
import { stageOf } from "./progress.ts";
import { TeachersList } from "./teachers-list.tsx";
import { TeachingPage } from "./teaching-page.tsx";
import { useFetched } from "./use-fetched.ts";
import { learn } from "./words.ts";
import "./learn.css";
import "./teach.css";

/** Lessons as explorables: the list, or the one that the address names; each for who learns or for who teaches. */
export default function LearnPage() {
  const { lesson, forTeachers } = usePlace();
  useEffect(readPlace, []);
  const at = lessons.findIndex(({ id }) => id === lesson);
  const missing = lesson !== null && at < 0 ? lesson : undefined;
  return (
    <main id="main" className="learn">
      {at >= 0 ? (
        <Opened key={`${lesson}/${forTeachers}`} at={at} forTeachers={forTeachers} />
      ) : forTeachers && missing === undefined ? (
        <TeachersList />
      ) : (
        <List missing={missing} />
      )}
    </main>
  );
}

function List({ missing }: { readonly missing?: string }) {
  const say = useSection(learn);
  return (
    <>
      <h1>{say("title")}</h1>
      {missing !== undefined && <p role="alert">{say("unknown", { id: missing })}</p>}
      <p className="lead">{say("lead")}</p>
      <p className="small">
        <LessonLink id={null} forTeachers>
          {say("teachers")}
        </LessonLink>
      </p>
      <ol className="lessons">
        {lessons.map((entry, k) => (
          <Row key={entry.id} entry={entry} number={k + 1} />
        ))}
      </ol>
    </>
  );
}

function Row({
  entry: { id, title, question, minutes },
  number,
}: {
  readonly entry: LessonEntry;
  readonly number: number;
}) {
  const say = useSection(learn);
  const [stage] = useState(() => stageOf(id));
  return (
    <li>
      <span className="number" aria-hidden>
        {number}
      </span>
      <span className="row-words">
        <LessonLink id={id}>{say(title)}</LessonLink>
        <span>
          <Phrases text={say(question)} />
        </span>
      </span>
      <span className="row-note">
        {say("minutes", { n: minutes })}
        {stage !== "new" && <b>{say(stage)}</b>}
      </span>
    </li>
  );
}

/** A lesson once it has been fetched. */
function Opened({ at, forTeachers }: { readonly at: number; readonly forTeachers: boolean }) {
  const say = useSection(learn);
  const { found: lesson, why } = useFetched(lessons[at].load);
  if (why !== null) return <p role="alert">{say("broken", { why })}</p>;
  if (!lesson) return <p>{say("waiting")}</p>;
  if (forTeachers) return <TeachingPage lesson={lesson} number={at + 1} fetch={lessons[at].teaching} />;
  return (
    <LessonView lesson={lesson} number={at + 1}>
      <LessonFoot lesson={lesson} next={lessons[at + 1] ?? null} />
    </LessonView>
  );
}
