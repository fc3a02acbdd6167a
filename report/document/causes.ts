import {
  candidates,
  type Causes,
  causesFrom,
  type Focus,
  type Language,
  outputOf,
  say,
  type Scenario,
  scenarioDifferences,
  withAgents,
} from "../../engine/index.ts";
import { replicate } from "../../workers/replications.ts";
import type { Measurer } from "../../workers/runner.ts";
import { knockOutName } from "../../words/knock-out-words.ts";
import { unitOf } from "./phrases.ts";
import { differenceText } from "./differences.ts";
import { cause, NO_CAUSE, whatMattered } from "./focus-words.ts";
import type { Sentence } from "./model.ts";
import { joined, name, of, plain, textOf } from "./sentence.ts";
import { AND, ITEM } from "../../words/punctuation.ts";

const REPLICATIONS = 5;
const AGENTS = 2000; // enough for the sign of what matters

interface How {
  readonly seed: string;
  readonly signal?: AbortSignal;
  readonly onRun?: (done: number) => void; // 0 to 1
}

/**
 * Runs the scenario with everything and without each thing that may have moved the number in focus, on the same draws.
 * @param base what it is held against, whose differences are things that may
 */
export async function findCauses(
  scenario: Scenario,
  base: Scenario | null,
  focus: Focus,
  runner: Measurer,
  { seed, signal, onRun }: How,
): Promise<Causes> {
  const all = candidates(scenario, base, focus);
  const arms = [scenario, ...all.map(({ without }) => without)].map((arm) => withAgents(arm, AGENTS));
  const output = outputOf(focus);
  const one = async (k: number): Promise<number> => {
    const [arm, replication] = [arms[Math.floor(k / REPLICATIONS)], k % REPLICATIONS];
    const { values } = await runner.measure({ scenario: arm, seed, replication }, [output], { signal });
    return values[0];
  };
  const values = await replicate(arms.length * REPLICATIONS, one, onRun);
  const of = (k: number) => values.slice(k * REPLICATIONS, (k + 1) * REPLICATIONS);
  const without = all.map(({ id }, k) => ({ id, values: of(k + 1) }));
  return causesFrom(focus, arms[0].demand.agents, of(0), without);
}

interface Told {
  readonly scenario: Scenario;
  readonly base: Scenario | null;
  readonly lang: Language;
}

/** “DeepSeek-V2's list price, from 19 Aug” and the like: what a cause is called. */
function causeName(id: string, { scenario, base, lang }: Told): string {
  const [kind, rest] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  if (kind !== "edit" || base === null) return knockOutName(id, scenario, lang);
  const edit = scenarioDifferences(scenario, base)[Number(rest)];
  return textOf(differenceText(edit, { a: scenario, b: base }, lang));
}

const MOST_TOLD = 3;

/** The two or three things that matter, each with what it does alone. */
export function causesSentence({ output, causes }: Causes, told: Told): Sentence {
  const { scenario, lang } = told;
  const { gap } = unitOf(output, scenario.currency, lang);
  const visible = causes.filter(({ mean }) => /[1-9]/.test(gap(mean))); // what rounds to nothing matters to nobody
  if (visible.length === 0) return of(say(NO_CAUSE, lang));
  const items = visible
    .slice(0, MOST_TOLD)
    .map(({ id, mean }) => say(cause, lang)(name(causeName(id, told)), name(gap(mean))));
  const listed = items.flatMap((item, k) => {
    const mark = k === 0 ? "" : k === items.length - 1 ? say(AND, lang) : say(ITEM, lang);
    return [plain(mark), item];
  });
  return say(whatMattered, lang)(joined(listed));
}
