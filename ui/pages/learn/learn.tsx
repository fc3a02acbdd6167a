import lessons from "virtual:lessons";
import { useEffect, useState } from "react";
import { Phrases } from "../../controls/phrases.tsx";
import { useSection } from "../../i18n/index.ts";
import type { Lesson, LessonEntry } from "./lesson.ts";
import { LessonFoot } from "./lesson-foot.tsx";
import { LessonView } from "./lesson-view.tsx";
import { lessonAddress, readPlace, turnToLesson, useLessonId } from "./place.ts";
import { stageOf } from "./progress.ts";
import { learn } from "./words.ts";
import "./learn.css";

/** Lessons as explorables: the list, or the one that the address names. */
export default function LearnPage() {
  const id = useLessonId();
  useEffect(readPlace, []);
  return (
    <main id="main" className="learn">
      {id === null ? <List /> : <Opened key={id} id={id} />}
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
        <a href={lessonAddress(id)} onClick={(e) => (e.preventDefault(), turnToLesson(id))}>
          {say(title)}
        </a>
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
function Opened({ id }: { readonly id: string }) {
  const say = useSection(learn);
  const at = lessons.findIndex((l) => l.id === id);
  const [lesson, setLesson] = useState<Lesson | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  useEffect(() => {
    lessons[at]?.load().then(setLesson, (error: unknown) => setWhy(String(error)));
  }, [at]);
  if (at < 0) return <List missing={id} />;
  if (why !== null) return <p role="alert">{say("broken", { why })}</p>;
  if (!lesson) return <p>{say("waiting")}</p>;
  return (
    <LessonView lesson={lesson} number={at + 1}>
      <LessonFoot lesson={lesson} next={lessons[at + 1] ?? null} />
    </LessonView>
  );
}
