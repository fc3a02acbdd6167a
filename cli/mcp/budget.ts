import type { Scenario } from "../../engine/index.ts";
import { say } from "../../engine/index.ts";
import { UsageError } from "../verb.ts";
import { tooLarge, tooLong, tooManyRuns } from "./mcp-words.ts";

interface Limits {
  readonly runs: number;
  readonly seconds: number;
}

export const LIMITS: Limits = { runs: 5000, seconds: 900 };

/** People times days, the history before the first day included: some 20 s of one core. */
const MOST_SIZE = 2e8;

/** What a server may still spend: an assistant in a loop costs no more than its owner allowed. */
export class Budget {
  readonly #limits: Limits;
  #runs = 0;
  #seconds = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** What is left. */
  get left(): Limits {
    const { runs, seconds } = this.#limits;
    return { runs: runs - this.#runs, seconds: Math.max(0, Math.round(seconds - this.#seconds)) };
  }

  /** Books runs before they are made. @throws UsageError where a run is too large, or there are too many. */
  book(runs: number, scenarios: readonly Scenario[]): void {
    const size = Math.max(...scenarios.map(sizeOf));
    const short = (x: number) => x.toExponential(1);
    if (size > MOST_SIZE) throw refusal((lang) => say(tooLarge, lang)(short(size), short(MOST_SIZE)));
    const { left } = this;
    if (runs > left.runs) throw refusal((lang) => say(tooManyRuns, lang)(runs, left.runs));
    this.#runs += runs;
  }

  /** Does the work until the time is used up, or nobody wants it any more. @throws UsageError, AbortError */
  async timed<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { seconds } = this.left;
    const start = performance.now();
    const over = AbortSignal.timeout(Math.max(1, 1000 * seconds));
    try {
      return await work(AbortSignal.any([signal, over]));
    } catch (error) {
      if (over.aborted && !signal.aborted) throw refusal((lang) => say(tooLong, lang)(this.#limits.seconds));
      throw error;
    } finally {
      this.#seconds += (performance.now() - start) / 1000;
    }
  }
}

const refusal = (words: (lang: "en" | "zh") => string): UsageError =>
  new UsageError({ en: words("en"), zh: words("zh") });

const DAY = 24 * 3600 * 1000;

function sizeOf({ clock, demand }: Scenario): number {
  const days = (Date.parse(clock.end) - Date.parse(clock.start)) / DAY + 1 + 7 * clock.burnInWeeks;
  return (demand.agents * days) / clock.tickDays;
}
