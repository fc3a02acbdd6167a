import { say } from "../../engine/index.ts";
import type { Problem } from "../../engine/authoring.ts";
import { useLanguage } from "../store/preferences.ts";

interface Props {
  readonly problems: readonly Problem[];
  readonly title: string;
  place(problem: Problem): string; // “line 3, column 5”
  onGo(problem: Problem): void;
}

const MOST_SHOWN = 20;

/** What is wrong with a text, each leading to its place in it. */
export function ProblemList({ problems, title, place, onGo }: Props) {
  const lang = useLanguage();
  return (
    <div role="alert">
      <p>
        <b>{title}</b>
      </p>
      <ul className="problems">
        {problems.slice(0, MOST_SHOWN).map((problem) => (
          <li key={`${problem.place.line}:${problem.place.column}:${problem.text.en}`}>
            <button type="button" onClick={() => onGo(problem)}>
              <b>{place(problem)}</b> {problem.path.join(".")}
              <br />
              {say(problem.text, lang)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Puts the caret of a text area where a problem is. */
export function goTo(area: HTMLTextAreaElement | null, { place }: Problem): void {
  if (!area) return;
  const above = area.value.split("\n").slice(0, Math.max(0, place.line - 1));
  const start = above.reduce((sum, line) => sum + line.length + 1, 0) + Math.max(0, place.column - 1);
  area.focus();
  area.setSelectionRange(start, start + 1);
}
