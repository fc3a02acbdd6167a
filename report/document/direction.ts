import { type Language, say } from "../../engine/index.ts";
import { type Evidence, nextAgrees, OPEN, type Seen } from "./evidence.ts";
import type { Sentence } from "./model.ts";
import { outOf, sure } from "./phrases.ts";
import { agreed, DIRECTIONS, onAverage, openQuestion } from "./sections/summary-words.ts";
import { name, NOTHING } from "./sentence.ts";

/**
 * Whether a difference has a direction: its interval leaves out zero. What is said of it and the interval beside it are
 * thus never at odds. A single pair has no interval, and is taken as it is.
 */
export function isDirected(evidence: Evidence<Seen>, output: string): boolean {
  if (evidence.read(`A-B/${output}`) === 0) return false;
  const [low, high] = ["low", "high"].map((mark) => evidence.read(`A-B/${output}#${mark}`));
  return Number.isNaN(low) || low * high > 0;
}

/** “almost certainly lower, in 20 of 20 pairs”; nothing of a single pair, or of no difference. */
export function direction(
  evidence: Evidence<Seen>,
  output: string,
  kind: keyof typeof DIRECTIONS,
  lang: Language,
): Sentence {
  const difference = evidence.read(`A-B/${output}`);
  if (evidence.runs < 2 || difference === 0) return NOTHING;
  const { word, pairs } = sure(evidence, output, lang);
  const runs = outOf(evidence);
  if (!isDirected(evidence, output)) return say(openQuestion, lang)(pairs, runs);
  const way = name(say(DIRECTIONS[kind][difference > 0 ? "more" : "less"], lang));
  if (nextAgrees(pairs.value, runs.value) < OPEN) return say(onAverage, lang)(way, pairs, runs);
  return say(agreed, lang)(name(word), way, pairs, runs);
}
