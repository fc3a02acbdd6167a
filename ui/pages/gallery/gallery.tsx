import { say } from "../../../engine/index.ts";
import { useRef } from "react";
import { EXAMPLES } from "../../../charts/gallery/examples.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useWidth } from "../../parts/use-width.ts";
import "../page.css";

const TITLE = { en: "Chart gallery", zh: "图表陈列" };
const LEAD = {
  en: "Every chart on numbers no model made: to look at, and to keep.",
  zh: "用固定的数据画出每一种图，供查看与比对。",
};

/** For who works on charts: reached by ?page=gallery, from no menu. */
export default function GalleryPage() {
  const [lang, mode] = [useLanguage(), useMode()];
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const columns = width >= 1120 ? 2 : 1;
  return (
    <main id="main" className="page">
      <h1>{say(TITLE, lang)}</h1>
      <p className="lead">{say(LEAD, lang)}</p>
      <div ref={place} className="trends" data-columns={columns}>
        {EXAMPLES.map(({ id, title, draw }) => (
          <figure key={id} className="trend" data-chart-id={id}>
            <figcaption>
              <b>{say(title, lang)}</b>
            </figcaption>
            {draw({ theme: THEMES[mode], lang, width: Math.floor((width - (columns - 1) * 28) / columns) })}
          </figure>
        ))}
      </div>
    </main>
  );
}
