import { date, number } from "../../../words/format.ts";
import { NumberInput } from "../../controls/number-input.tsx";
import { useSection } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import type { Lesson } from "./lesson.ts";
import type { LessonRun } from "./use-lesson-run.ts";
import { learn } from "./words.ts";

interface Props {
  readonly lesson: Lesson;
  readonly run: LessonRun;
  onDraw(values: readonly number[]): void;
}

const shown = (x: number) => Number(x.toPrecision(3));

/** The line as numbers: typed before the run, and next to the result after it. */
export function NumbersTable({ lesson, run: { dates, ticks, drawn, truth, asked }, onDraw }: Props) {
  const say = useSection(learn);
  const lang = useLanguage();
  const { what, unit, per } = say(lesson.words);
  const [low, high] = lesson.draw.scale;
  const values = drawn ?? [];
  const name = (k: number) => say("point", { date: date(dates[ticks[k]], lang), what });
  const type = (k: number, x: number) => onDraw(values.with(k, x * per));
  return (
    <table className="data numbers">
      <thead>
        <tr>
          <th scope="col">{say("date")}</th>
          <th scope="col">
            {say("value")} ({unit})
          </th>
          {truth && <th scope="col">{say("actual")}</th>}
        </tr>
      </thead>
      <tbody>
        {values.map((value, k) => (
          <tr key={dates[ticks[k]]}>
            <th scope="row">{date(dates[ticks[k]], lang)}</th>
            <td>
              {asked ? (
                number(value / per)
              ) : (
                <NumberInput
                  label={name(k)}
                  value={shown(value / per)}
                  range={[low / per, high / per]}
                  onChange={(x) => type(k, x)}
                />
              )}
            </td>
            {truth && <td>{number(truth.middle[ticks[k]] / per)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
