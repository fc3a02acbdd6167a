import type { Arm } from "./arm.ts";
import { outputFormat } from "../../words/output-words.ts";
import { Evidence } from "./evidence.ts";
import { swingOf } from "./swings.ts";

/**
 * An arm whose levers start where its own runs have each outcome. Runs of levers are fewer and lighter: they tell how
 * far a lever moves an outcome, not where it stands. Sentences, pictures and sheets of every format read these.
 */
export function onMean(arm: Arm): Arm {
  const { swings } = arm;
  if (!swings) return arm;
  const evidence = new Evidence([arm]);
  const stands = swings.outputs.map((output, k) => {
    const by = evidence.read(`A/${output}`) - swingOf(swings, swings.levers[0].id, output, "base");
    return Number.isFinite(by) ? { by, within: possible(output, swings.values[k]) } : null;
  });
  return { ...arm, swings: { ...swings, stands } };
}

/** What no end may pass: nothing below zero of what never is, no share above the whole. */
const possible = (output: string, values: Float64Array): readonly [number, number] => [
  values.every((x) => !(x < 0)) ? 0 : -Infinity,
  outputFormat(output) === "share" ? 1 : Infinity,
];
