import { lazy, Suspense, useEffect, useRef } from "react";
import { measureOfFocus } from "../../../charts/data/focus-measure.ts";
import { useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { followTheory } from "../../store/theory.ts";
import { useFocused } from "../../store/focus.ts";
import { look, useView, useWhy, view } from "../../store/view.ts";
import { Answers } from "./answers.tsx";
import { Later } from "./chart-data.ts";
import { GeometryContext, useMeasured } from "./geometry.ts";
import { Levers } from "./levers.tsx";
import { MovesPanel } from "./moves-panel.tsx";
import { NoticeBar } from "../../parts/notice-bar.tsx";
import { Reproduction } from "./reproduction.tsx";
import { SeriesPanel } from "./series-panel.tsx";
import "./explore.css";
import "./narrow.css";

/** The home: answers and three stacked panels at the left, levers at the right. */
export function Explore() {
  const ready = useApp((s) => s.result !== null);
  const dim = useApp((s) => s.notice?.kind === "error" && s.notice.retry === true);
  const full = useView((v) => v.full);
  const charts = useRef<HTMLDivElement>(null);
  const geometry = useMeasured(charts);
  useEffect(followTheory, []);
  useSeriesAsked();
  return (
    <div className="explore" data-full={full || undefined}>
      <main id="main" data-stale={dim || undefined} aria-busy={!ready}>
        <NoticeBar />
        {ready ? <Answers /> : <Waiting />}
        <div ref={charts} className="charts">
          <GeometryContext value={geometry}>
            {ready && (
              <>
                <SeriesPanel slot="upper" />
                <SeriesPanel slot="lower" />
                <Later>
                  <MovesPanel />
                </Later>
              </>
            )}
          </GeometryContext>
        </div>
        {ready && <Reproduction />}
      </main>
      <Levers />
      <WhyHost />
    </div>
  );
}

/** The lower panel shows the series that is asked about. */
function useSeriesAsked(): void {
  const asked = useFocused();
  const id = asked ? measureOfFocus(asked)?.id : undefined;
  useEffect(() => {
    if (id !== undefined && view.get().upper !== id) look({ lower: id });
  }, [id]);
}

/** What happened in a week, and why: fetched when first asked. */
const WhySheet = lazy(() => import("./why-sheet.tsx"));

function WhyHost() {
  const date = useWhy();
  const ready = useApp((s) => s.result !== null);
  return <Suspense>{ready && date !== null && <WhySheet date={date} />}</Suspense>;
}

/** Holds the place of what comes, so that nothing jumps when it does. */
const Waiting = () => {
  const say = useWords();
  return (
    <div className="waiting">
      <h1>
        <output>{say("frame.loading")}</output>
      </h1>
    </div>
  );
};
