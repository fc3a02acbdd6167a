import { Fragment } from "react";
import { phrasesOf } from "../i18n/phrases.ts";

/** A line for all to see, never broken inside a word: browsers break Chinese between any two characters. */
export function Phrases({ text }: { readonly text: string }) {
  const pieces = phrasesOf(text);
  if (pieces.length < 2) return text;
  return (
    <span className="phrases">
      {pieces.map((piece, k) => (
        // oxlint-disable-next-line react/no-array-index-key -- pieces have nothing else
        <Fragment key={k}>
          {k > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </span>
  );
}
