import { useEffect, useState } from "react";
import { ITEM } from "../../words/punctuation.ts";
import { ClassHeader } from "../class/frame.tsx";
import { Stage } from "../class/phone/page.tsx";
import { vendorOf } from "../class/says.ts";
import { classWords } from "../class/words.ts";
import { useSection } from "../i18n/index.ts";
import { LessonView } from "../pages/learn/lesson-view.tsx";
import type { Lesson } from "../pages/learn/lesson.ts";
import type { Progress } from "../pages/learn/progress.ts";
import { useObservable } from "../store/observable.ts";
import { useLanguage } from "../store/preferences.ts";
import { facts } from "./connection.ts";
import { keeper } from "./lms.ts";
import { again, beginGame, view } from "./phone.ts";
import { task } from "./task.ts";
import { solo } from "./words.ts";

const tell = keeper(`urn:pricewar:${task.kind === "lesson" ? task.lesson.id : task.plan.game}`);
beginGame();

/** A lesson or a game by itself: homework. */
export function Solo() {
  const say = useSection(solo);
  const title = say(task.kind === "lesson" ? task.lesson.scenario.title : task.plan.title);
  useEffect(() => void (document.title = title), [title]);
  return (
    <>
      <ClassHeader title={title} />
      {task.kind === "lesson" ? <OneLesson lesson={task.lesson} /> : <OneGame />}
    </>
  );
}

function OneLesson({ lesson }: { readonly lesson: Lesson }) {
  const say = useSection(solo);
  const [score, setScore] = useState<number | null>(null);
  const [onProgress] = useState(() => (progress: Progress) => {
    const { ran, answer } = progress;
    const right = answer !== null && lesson.words.en.check.choices[answer].right;
    const result = { done: ran && answer !== null, score: (ran ? 50 : 0) + (right ? 50 : 0) };
    tell(result);
    setScore(result.done ? result.score : null);
  });
  return (
    <main id="main" className="learn">
      <LessonView lesson={lesson} number={null} onProgress={onProgress}>
        <output className="note">
          {score !== null && say("done", { score })} {say("lessonScore")}
        </output>
      </LessonView>
    </main>
  );
}

function OneGame() {
  const say = useSection(solo);
  const mine = useObservable(view, (x) => x);
  const goal = useObservable(facts, (f) => f!.goal);
  const own = mine?.outcome?.own?.[goal];
  const best = mine?.outcome?.best?.[goal];
  const score = own === undefined || best === undefined ? null : scoreOf(own, best);
  useEffect(() => {
    if (score !== null) tell({ done: true, score });
  }, [score]);
  return (
    <main id="main" className="phone">
      {mine && mine.phase !== "over" && <Brief first={mine.round === 1} vendor={mine.at.vendor} />}
      {mine?.phase === "over" && (
        <output className="banner">
          {score === null ? say("working") : say("done", { score })} {say("gameScore")}{" "}
          <button type="button" onClick={again}>
            {say("again")}
          </button>
        </output>
      )}
      <Stage alone />
    </main>
  );
}

/** Who one is and against whom; at first also what it is about, and how it is scored. */
function Brief({ first, vendor }: { readonly first: boolean; readonly vendor: string }) {
  const [say, words] = [useSection(solo), useSection(classWords)];
  const lang = useLanguage();
  const known = useObservable(facts, (f) => f!);
  const bots = known.seats.filter((id) => id !== vendor).map((id) => vendorOf(known, id, lang));
  return (
    <>
      <p className="who">
        <b>{words("you", { vendor: vendorOf(known, vendor, lang) })}</b>{" "}
        {bots.length > 0 && <span>{say("bots", { names: bots.join(ITEM[lang]) })}</span>}
      </p>
      {first && (
        <section className="card">
          <p className="strong">{say(known.question)}</p>
          <p className="note">{say("gameScore")}</p>
        </section>
      )}
    </>
  );
}

/** One's own result in per cent of the best, whole; who has lost money has none. */
const scoreOf = (own: number, best: number): number =>
  best > 0 ? Math.max(0, Math.min(100, Math.round((100 * own) / best))) : 0;
