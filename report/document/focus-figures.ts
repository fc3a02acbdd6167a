import { outputsTold, present, say } from "../../engine/index.ts";
import { seriesName } from "../../words/focus-words.ts";
import { PURSE } from "./sections/table-words.ts";
import type { FocusInput } from "./focus.ts";
import { inBaseline, wasAndGap } from "./key-figure-words.ts";
import type { KeyFigure } from "./model.ts";
import { cell, exists, unitOf } from "./phrases.ts";
import { name, of } from "./sentence.ts";

const MOST = 4;

/** The numbers a report about a focus opens with: those of the same somebody on the same day. */
export function focusFigures({ evidence, focus, lang }: FocusInput): KeyFigure[] {
  const [{ scenario }, other] = evidence.arms;
  const outputs = outputsTold(focus).filter((output) => present(scenario, output));
  return outputs.slice(0, MOST).map((output): KeyFigure => {
    const { value: said, gap } = unitOf(output, scenario.currency, lang);
    const value = evidence.value(`A/${output}`, said);
    const label = seriesName({ entity: focus.entity, name: output.split(/[@:]/)[0].split(".").at(-1)! }, lang);
    const shown = value.value === Infinity ? of(name(say(PURSE, lang))) : cell(value);
    if (!other || !present(other.scenario, output)) return { label, value: shown, note: of("") };
    const base = evidence.value(`B/${output}`, said);
    const difference = evidence.value(`A-B/${output}`, gap);
    const known = exists(base.value, difference.value);
    return {
      label,
      value: shown,
      note: known ? say(wasAndGap, lang)(say(inBaseline, lang)(base), difference) : of(""),
    };
  });
}
