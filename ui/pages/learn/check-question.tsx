import { Radio, RadioGroup } from "react-aria-components";
import { useSection } from "../../i18n/index.ts";
import { Html } from "./html.tsx";
import type { LessonWords } from "./lesson.ts";
import { learn } from "./words.ts";

interface Props {
  readonly check: LessonWords["check"];
  readonly answer: number | null;
  onAnswer(choice: number): void;
}

/** One question; each choice says why it is right or not. */
export function CheckQuestion({ check: { question, choices }, answer, onAnswer }: Props) {
  const say = useSection(learn);
  const taken = answer === null ? null : choices[answer];
  return (
    <div className="check">
      <Html html={question} />
      <RadioGroup
        aria-label={say("check")}
        value={answer === null ? null : String(answer)}
        onChange={(value) => onAnswer(Number(value))}
      >
        {" "}
        {/* prettier-ignore */}
        {choices.map((choice, k) => (
          <Radio key={choice.text} value={String(k)}>
            <i />
            <span dangerouslySetInnerHTML={{ __html: choice.text }} />
          </Radio>
        ))}
      </RadioGroup>
      <div className="feedback" aria-live="polite">
        {taken && (
          <>
            <b>{say(taken.right ? "right" : "wrong")}</b>
            <Html html={taken.feedback} />
          </>
        )}
      </div>
    </div>
  );
}
