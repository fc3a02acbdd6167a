const HAN = /\p{Script=Han}/u;
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : null;

/** Pieces of a text between which a line may break, other than where punctuation lets it: words stay whole. */
export function phrasesOf(text: string): readonly string[] {
  if (!HAN.test(text)) return [text];
  if (!segmenter) return [...text];
  const pieces: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && !(HAN.test(last.at(-1) ?? "") && HAN.test(segment[0])))
      pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
  }
  return pieces;
}
