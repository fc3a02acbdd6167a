import {
  type AnswerOf,
  type OfQuestion,
  type PieceOf,
  type QuestionId,
  questionOf,
  type Scenario,
} from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { browserPool } from "../../workers/spawn-browser.ts";
import { type Observable, observable } from "./observable.ts";
import { once } from "./once.ts";

/** How far a question has come: its answer over the replications there are so far. */
interface Asked<Q extends QuestionId> {
  readonly answer: AnswerOf<Q> | null; // null: too few replications yet
  readonly done: number; // replications
  readonly share: number; // of all the work [0-1]
  readonly running: boolean;
  readonly secondsLeft: number | null;
  readonly failed: string | null;
}

const WIDTH = 2;
const TELL_MS = 200;

let pool: Runner | null = null;
/** Workers of their own: the charts' answer to a slider must not queue behind a question of a minute. */
const workers = (): Runner => (pool ??= browserPool(WIDTH));

const NOTHING = { answer: null, done: 0, share: 0, running: false, secondsLeft: null, failed: null };

export interface Asking<Q extends QuestionId> {
  readonly state: Observable<Asked<Q>>;
  start(): void;
  cancel(): void;
}

interface Topic<Q extends QuestionId> {
  readonly question: Q;
  readonly of: OfQuestion<Q>;
  readonly scenario: Scenario;
  readonly seed: string;
  readonly runs: number;
}

const knownOf = once<Scenario, Map<string, unknown>>(() => new Map());

/** The asking of a topic: the same one each time, so that an answer once found is found again at once. */
export function askingOf<Q extends QuestionId>(topic: Topic<Q>): Asking<Q> {
  const of = knownOf(topic.scenario);
  const key = JSON.stringify([topic.question, topic.of, topic.seed, topic.runs]);
  if (!of.has(key)) of.set(key, newAsking(topic));
  return of.get(key) as Asking<Q>;
}

function newAsking<Q extends QuestionId>(topic: Topic<Q>): Asking<Q> {
  const { question, of, scenario, seed, runs } = topic;
  const state = observable<Asked<Q>>(NOTHING);
  const asked = questionOf(question);
  const pieces: (PieceOf<Q> | undefined)[] = Array.from({ length: runs });
  const shares = new Float64Array(runs);
  let control: AbortController | null = null;
  let told = 0;

  function tell(change: Partial<Asked<Q>> = {}): void {
    told = performance.now();
    state.set({ ...state.get(), share: shares.reduce((a, b) => a + b, 0) / runs, ...change });
  }

  async function start(): Promise<void> {
    if (control || pieces.every((p) => p !== undefined)) return;
    const own = (control = new AbortController());
    const { signal } = own;
    const [began, before] = [performance.now(), shares.reduce((a, b) => a + b, 0)];
    tell({ running: true, failed: null });
    const left = () => {
      const gained = shares.reduce((a, b) => a + b, 0) - before;
      return gained > 0 ? ((performance.now() - began) / 1000 / gained) * (runs - before - gained) : null;
    };
    const one = async (replication: number) => {
      const onProgress = (share: number) => {
        shares[replication] = share;
        if (performance.now() - told > TELL_MS && !signal.aborted) tell({ secondsLeft: left() });
      };
      pieces[replication] = await workers().ask({ question, of, scenario, seed, replication }, { signal, onProgress });
      shares[replication] = 1;
      const found = pieces.filter((p) => p !== undefined);
      const answer = found.length < asked.least ? null : asked.all(scenario, of, found);
      tell({ answer, done: found.length, secondsLeft: left() });
    };
    try {
      // As many at a time as there are workers: a question asked later gets its turn between them.
      const waiting = pieces.flatMap((p, k) => (p === undefined ? [k] : []));
      const lane = async () => {
        for (let k = waiting.shift(); k !== undefined && !signal.aborted; k = waiting.shift()) await one(k);
      };
      await Promise.all(Array.from({ length: WIDTH }, lane));
    } catch (error) {
      const failed = signal.aborted ? null : error instanceof Error ? error.message : String(error);
      own.abort(); // the rest of them too
      if (control === own) tell({ failed });
    }
    if (control === own) rest();
  }

  /** Said at once, even where a worker is in the middle of a long step. */
  function rest(): void {
    control?.abort();
    control = null;
    if (state.get().running) tell({ running: false, secondsLeft: null });
  }

  return { state, start: () => void start(), cancel: rest };
}
