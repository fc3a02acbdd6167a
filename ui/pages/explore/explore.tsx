import { useRef } from "react";
import { useWords } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import { Answers } from "./answers.tsx";
import { GeometryContext, useMeasured } from "./geometry.ts";
import { Levers } from "./levers.tsx";
import { MovesPanel } from "./moves-panel.tsx";
import { NoticeBar } from "./notice-bar.tsx";
import { Reproduction } from "./reproduction.tsx";
import { SeriesPanel } from "./series-panel.tsx";
import "./explore.css";
import "./narrow.css";

/** The home: answers and three stacked panels at the left, levers at the right. */
export function Explore() {
  const say = useWords();
  const ready = useApp((s) => s.result !== null);
  const dim = useApp((s) => s.notice?.kind === "error" && s.notice.retry === true);
  const charts = useRef<HTMLDivElement>(null);
  const geometry = useMeasured(charts);
  return (
    <div className="explore">
      <main id="main" data-stale={dim || undefined} aria-busy={!ready}>
        <NoticeBar />
        {ready ? <Answers /> : <Waiting />}
        <div ref={charts} className="charts">
          <GeometryContext value={geometry}>
            {ready && (
              <>
                <SeriesPanel slot="upper" />
                <SeriesPanel slot="lower" />
                <MovesPanel />
              </>
            )}
          </GeometryContext>
        </div>
        {ready && <Reproduction />}
        {!ready && <p className="hidden">{say("frame.loading")}</p>}
      </main>
      <Levers />
    </div>
  );
}

/** Holds the place of what comes, so that nothing jumps when it does. */
const Waiting = () => {
  const say = useWords();
  return (
    <div className="waiting" role="status">
      <h1>{say("frame.loading")}</h1>
    </div>
  );
};
