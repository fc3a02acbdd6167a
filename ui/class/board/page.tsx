import { useEffect, useState } from "react";
import { useSection } from "../../i18n/index.ts";
import { useObservable } from "../../store/observable.ts";
import { facts } from "../connection.ts";
import { ClassHeader } from "../frame.tsx";
import { refusalText } from "../says.ts";
import { classWords } from "../words.ts";
import { online, refused, view } from "./board.ts";
import { Projector } from "./projector.tsx";
import { Teacher } from "./teacher.tsx";

/** What the teacher is told: some of it is told to phones in other words. */
function refusedText(why: { readonly no: string }, say: ReturnType<typeof useSection<typeof classWords>>): string {
  if (why.no === "stranger") return say("wrongKey");
  return why.no === "disk" ? say("diskFull") : refusalText(why, say);
}

/** The teacher's page, and what of it goes on the wall. */
export function BoardPage() {
  const say = useSection(classWords);
  const known = useObservable(facts, (x) => x);
  const seen = useObservable(view, (x) => x);
  const there = useObservable(online, (x) => x);
  const why = useObservable(refused, (x) => x);
  const [wall, setWall] = useState(location.search === "?projector");
  const title = known ? say(known.title) : "pricewar";
  useEffect(() => void (document.title = `${title} · ${say("board")}`), [title, say]);
  return (
    <>
      <ClassHeader title={title}>
        {seen && (
          <button type="button" className="quiet" onClick={() => setWall(!wall)}>
            {say(wall ? "teacherView" : "projector")}
          </button>
        )}
      </ClassHeader>
      <main id="main" className={wall ? "board projector" : "board"} tabIndex={-1}>
        <div aria-live="polite">
          {!there && <p className="banner">{say("connecting")}</p>}
          {why && (
            <p className="banner" role="alert">
              {refusedText(why, say)}
            </p>
          )}
        </div>
        {seen && known && (wall ? <Projector /> : <Teacher />)}
      </main>
    </>
  );
}
