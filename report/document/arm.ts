import type { Causes, Explanation, Recording, Scenario, Text } from "../../engine/index.ts";
import type { Provenance } from "../../engine/authoring.ts";
import type { Swings } from "./swings.ts";

/** One scenario of a report, with its replications: recording k of every arm has the draws of replication k. */
export interface Arm {
  readonly scenario: Scenario;
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly recordings: readonly Recording[]; // one or more
  readonly explanation: Explanation; // of the price fall over the whole run
  readonly from?: Scenario; // what it was made from by hand: missing where it stands as it came
  readonly called?: Text; // a name given by hand
  readonly causes?: Causes; // of the number in focus; missing: not asked for
  readonly money?: { readonly from: string; readonly rate: number }; // where amounts were in another currency
  readonly swings?: Swings | null; // what moves the outcomes; missing: not asked for; null: no levers
}
