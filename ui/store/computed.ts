import { headline, type Headline, type Recording } from "../../engine/index.ts";
import type { Measure } from "../../charts/measure.ts";
import { measure } from "../../charts/measures.ts";

/** What is computed from a recording once and asked for often; gone with the recording. */
const columns = new WeakMap<Recording, Map<string, Float64Array>>();
const headlines = new WeakMap<Recording, Headline>();

function column(of: Measure, recording: Recording): Float64Array {
  let known = columns.get(recording);
  if (!known) columns.set(recording, (known = new Map()));
  let values = known.get(of.id);
  if (!values) known.set(of.id, (values = of.compute(recording)));
  return values;
}

/** A measure that computes each recording once. */
export function rememberingMeasure(id: string): Measure {
  const plain = measure(id);
  return { ...plain, compute: (recording) => column(plain, recording) };
}

export function headlineOf(recording: Recording): Headline {
  let head = headlines.get(recording);
  if (!head) headlines.set(recording, (head = headline(recording)));
  return head;
}
