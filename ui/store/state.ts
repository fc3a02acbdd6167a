import type { Provenance } from "../../engine/authoring.ts";
import type { Recording, Scenario, Text } from "../../engine/index.ts";
import type { Run } from "../../charts/data/lines-of.ts";
import { begin, type History } from "./history.ts";
import { freshSession, type Session } from "./session.ts";

/** A scenario as it came from the library or the editor, before any change. */
export interface Base {
  readonly scenario: Scenario;
  readonly provenance: Readonly<Record<string, Provenance>>;
}

interface Result {
  readonly run: Run;
  readonly quick: boolean; // a preview with fewer people and ticks
  readonly fingerprint: string | null; // of a full run
  readonly ms: number;
  readonly error?: number; // of a preview, where known: how far a share may be from the whole run's
  readonly built?: boolean; // made with the app: what there is to see until it has been run here
}

/** What the page says to the person. */
export interface Notice {
  readonly kind: "info" | "error";
  readonly text: Text;
  readonly retry?: boolean;
}

export interface State {
  readonly history: History<Session>;
  readonly dragFrom: Session | null; // where a change on its way began
  readonly base: Base | null; // of the session's scenario
  readonly baseBase: Base | null; // of its baseline
  readonly result: Result | null; // last good run: kept when a later one fails
  readonly baseline: Run | null;
  readonly baselineKey: string | null; // of the baseline that is there, or on its way
  readonly running: boolean;
  readonly bands: readonly Recording[]; // replications so far, from the first
  readonly baseBands: readonly Recording[]; // of the baseline, with the same draws
  readonly bandsOn: boolean;
  readonly notice: Notice | null;
}

export const firstState: State = {
  history: begin(freshSession()),
  dragFrom: null,
  base: null,
  baseBase: null,
  result: null,
  baseline: null,
  baselineKey: null,
  running: false,
  bands: [],
  baseBands: [],
  bandsOn: true,
  notice: null,
};
