import { type AgentChoice, choose, findOptions, newChoices } from "./agent-choice.ts";
import type { SegmentRows, UnlockedDemand } from "./unlocked.ts";

/**
 * Visits every agent in order with its choice at prices p (by good, blended). What a demand's agents choose is kept
 * until they are asked at other prices: a search looks at the same ones from many sides, and often moves a few.
 */
export function forAgents(
  demand: UnlockedDemand,
  p: Float64Array,
  visit: (choice: AgentChoice, segment: SegmentRows) => void,
): void {
  const kept = keptBy(demand);
  if (!kept) return forOneByOne(demand, p, visit);
  const { price, moved, choices, from } = kept;
  let asked = true;
  for (let k = 0; k < p.length; k++) if ((moved[k] = p[k] === price[k] ? 0 : 1) === 1) asked = false;
  if (!asked) price.fill(NaN); // until all have chosen
  for (let s = 0; s < demand.rows.length; s++) {
    for (let n = from[s]; n < from[s + 1]; n++) {
      const choice = choices[n];
      if (!asked) choose(demand, p, moved, choice);
      visit(choice, demand.rows[s]);
    }
  }
  if (!asked) price.set(p);
}

/** Where there are too many to keep: one choice, written anew for each agent. */
function forOneByOne(demand: UnlockedDemand, p: Float64Array, visit: Parameters<typeof forAgents>[2]): void {
  const [choice] = newChoices(1, p.length);
  const moved = new Uint8Array(p.length).fill(1);
  for (const segment of demand.rows) {
    for (let i = segment.from; i < segment.to; i++) {
      if (demand.population.arrives[i] > demand.day) continue;
      findOptions(demand, segment, i, choice);
      if (choice.count === 0) continue;
      choose(demand, p, moved, choice);
      visit(choice, segment);
    }
  }
}

/** What the agents of a demand chose when they were last asked. */
interface Kept {
  readonly price: Float64Array; // NaN: they were not
  readonly moved: Uint8Array; // by good: 1 where the prices asked now differ
  readonly choices: readonly AgentChoice[]; // of those who are there and have a choice, in order
  readonly from: readonly number[]; // by segment, its first of them; their number
}

const MOST_KEPT = 100_000; // agents times goods: twelve megabytes
const keeping = new WeakMap<UnlockedDemand, Kept | null>();

function keptBy(demand: UnlockedDemand): Kept | null {
  let kept = keeping.get(demand);
  if (kept === undefined) keeping.set(demand, (kept = newKept(demand)));
  return kept;
}

function newKept(demand: UnlockedDemand): Kept | null {
  const { rows, products, population, day } = demand;
  const agents = present(demand);
  const goods = products.length;
  if (agents * goods > MOST_KEPT) return null;
  const choices = newChoices(agents, goods);
  const starts: number[] = [];
  let n = 0;
  for (const segment of rows) {
    starts.push(n);
    for (let i = segment.from; i < segment.to; i++) {
      if (population.arrives[i] > day) continue;
      findOptions(demand, segment, i, choices[n]);
      if (choices[n].count > 0) n++;
    }
  }
  return { price: new Float64Array(goods).fill(NaN), moved: new Uint8Array(goods), choices, from: [...starts, n] };
}

/** How many agents are there. */
export function present({ rows, population, day }: UnlockedDemand): number {
  let agents = 0;
  for (const { from, to } of rows) for (let i = from; i < to; i++) if (population.arrives[i] <= day) agents++;
  return agents;
}
