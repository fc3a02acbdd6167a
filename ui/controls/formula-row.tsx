import { useId, useState } from "react";
import { compileFormula, FormulaError } from "../../engine/authoring.ts";
import { type Parameter, say } from "../../engine/index.ts";
import type { Text } from "../../engine/text/text.ts";
import { useLanguage } from "../store/preferences.ts";

/** What is wrong with a formula of these names, if anything. */
function problemOf(text: string, names: readonly string[]): Text | null {
  try {
    compileFormula(text, names);
    return null;
  } catch (error) {
    if (error instanceof FormulaError) return error.text;
    throw error;
  }
}

interface Props {
  readonly parameter: Parameter;
  readonly value: unknown;
  onChange(value: unknown): void;
}

/**
 * A rule that the user types. Leaving the field or Enter takes it over if it can be read; else it says what is wrong.
 */
export function FormulaRow({ parameter, value, onChange }: Props) {
  const lang = useLanguage();
  const id = useId();
  const [text, setText] = useState(String(value ?? ""));
  const problem = problemOf(text, parameter.names ?? []);
  const take = () => problem === null && text !== value && onChange(text);
  return (
    <div className="formula-row">
      <label htmlFor={id}>{say(parameter.label, lang)}</label>
      <input
        id={id}
        type="text"
        spellCheck={false}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
        onChange={(e) => setText(e.target.value)}
        onBlur={take}
        onKeyDown={(e) => e.key === "Enter" && take()}
      />
      <small id={`${id}-help`} role={problem ? "alert" : undefined}>
        {(problem ?? parameter.help) && say((problem ?? parameter.help)!, lang)}
      </small>
    </div>
  );
}
