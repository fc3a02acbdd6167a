import { headline, type Headline, type Recording } from "../../engine/index.ts";

const headlines = new WeakMap<Recording, Headline>();

/** A recording's headline, computed once. */
export function headlineOf(recording: Recording): Headline {
  let head = headlines.get(recording);
  if (!head) headlines.set(recording, (head = headline(recording)));
  return head;
}
