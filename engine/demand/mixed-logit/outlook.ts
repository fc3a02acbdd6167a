import { exp } from "../../math/elementary.ts";
import { sum } from "../../math/sum.ts";
import type { Competition, Horizon } from "../priced-market.ts";
import type { AgentChoice } from "./agent-choice.ts";
import { forAgents } from "./kept-choices.ts";
import { type Earnings, earn, newEarnings } from "./earnings.ts";
import type { SegmentSpec } from "../../model/market.ts";
import type { AgentMarket, AgentModel } from "./model.ts";
import { listPrices, type SegmentRows, type UnlockedDemand } from "./unlocked.ts";

/**
 * What a seller without users reckons with who posts a price for some time and looks beyond it: rivals' users look
 * around now and then and loyalty holds some, who uses nothing looks around as adopters do, and a user won stays as
 * long as users stay and earns by then what static competition would.
 */
export interface Outlook {
  readonly free: Float64Array; // by agent: part of its segment's users who have chosen, on average over the time
  readonly later: Float64Array; // agent x good: what a user won earns its owner later, by week of the time [money/week]
}

/** Demand, and what sellers make of it who look ahead; without that part they look at the week. */
export interface Sought {
  readonly demand: UnlockedDemand;
  readonly ahead?: Outlook;
}

/** What serving agent i earns, now by how many are free to choose, and later; as it was without an outlook. */
export function lookAhead(ahead: Outlook | undefined, { i, count, good }: AgentChoice, y: Earnings): void {
  if (!ahead) return;
  const free = ahead.free[i];
  for (let c = 0; c < count; c++) {
    y.level[c] = free * y.level[c] + ahead.later[i * y.level.length + good[c]];
    y.first[c] *= free;
    y.second[c] *= free;
  }
}

interface Seen {
  readonly demand: UnlockedDemand;
  readonly model: AgentModel;
  readonly market: AgentMarket;
}

/**
 * A user is won for the owner and not for one good: by then it uses whichever of the owner's it would.
 * @param nash static prices of competition, by good
 */
export function outlookOf(seen: Seen, horizon: Horizon, { nash, owner }: Competition): Outlook {
  const { demand } = seen;
  const goods = demand.products.length;
  const free = new Float64Array(demand.population.size);
  const later = new Float64Array(demand.population.size * goods);
  const y = newEarnings(goods);
  const owners = Math.max(...owner) + 1;
  const [worth, picked] = [new Float64Array(owners), new Float64Array(owners)];
  const flows = flowsOf(seen, horizon);
  forAgents(demand, nash, (at, segment) => {
    const flow = flows.get(segment)!;
    earn(at, nash, y);
    free[at.i] = flow.free;
    worth.fill(0);
    picked.fill(0);
    for (let c = 0; c < at.count; c++) {
      const [k, pick] = [at.good[c], at.pick[c]];
      worth[owner[k]] += pick * flow.later[k] * Math.max(0, y.level[c]);
      picked[owner[k]] += pick;
    }
    for (let c = 0; c < at.count; c++) {
      const f = owner[at.good[c]];
      if (picked[f] > 0) later[at.i * goods + at.good[c]] = worth[f] / picked[f];
    }
  });
  return { free, later };
}

/** How a segment's users flow over the time. */
interface Flows {
  readonly free: number;
  readonly later: Float64Array; // by good: weeks a user won stays after the time, discounted, by week of the time
}

/** Part still there on average over a time in which `x` leave for each that would be there, 1 - e^-x over x. */
const average = (x: number): number => (x > 1e-9 ? (1 - exp(-x)) / x : 1);

function flowsOf({ demand, model, market }: Seen, horizon: Horizon): Map<SegmentRows, Flows> {
  const wanted = choosers(demand, listPrices(demand, model, market));
  return new Map(
    demand.rows.map((rows, s) => {
      const users = demand.products.map((j) => market.flows.users[s * model.products.length + j]);
      const { segment } = model.segments[s];
      return [rows, flowOf({ segment, users, people: present(demand, rows), ...wanted.get(rows)! }, horizon)];
    }),
  );
}

/** Users of each good were everybody to choose, and those of them whom loyalty alone would hold. */
interface Wanted {
  readonly would: Float64Array;
  readonly held: Float64Array;
}

interface SegmentToday extends Wanted {
  readonly segment: SegmentSpec["segment"];
  readonly users: readonly number[]; // by good
  readonly people: number;
}

function flowOf({ segment, users, people, would, held }: SegmentToday, { weeks, discount }: Horizon): Flows {
  const leave = would.map((n, k) => segment.attention.base * (1 - (n > 0 ? held[k] / n : 0))); // a week
  const others = Math.max(0, people - sum(users));
  const joining = segment.adoption.base * weeks;
  const all = (of: (rate: number) => number) =>
    users.reduce((part, n, k) => part + n * of(leave[k] * weeks), others * of(joining)) / people;
  const won = all((x) => 1 - exp(-x));
  return {
    free: all((x) => 1 - average(x)),
    later: leave.map((rate) => (won * exp(-discount * weeks)) / ((discount + rate) * weeks)),
  };
}

/** At prices p, by segment. */
function choosers(demand: UnlockedDemand, p: Float64Array): Map<SegmentRows, Wanted> {
  const goods = demand.products.length;
  const out = new Map(
    demand.rows.map((rows) => [rows, { would: new Float64Array(goods), held: new Float64Array(goods) }]),
  );
  const { weight, switching } = demand.population;
  forAgents(demand, p, (at, segment) => {
    const { would, held } = out.get(segment)!;
    const loyal = exp(Math.min(700, switching[at.i] / demand.mu));
    for (let c = 0; c < at.count; c++) {
      const [k, pick] = [at.good[c], at.pick[c]];
      const users = weight[at.i] * at.adopts * pick;
      would[k] += users;
      held[k] += users * ((pick * loyal) / (1 - pick + pick * loyal) - pick);
    }
  });
  return out;
}

/** Whom a segment has on the day, aware or not. */
function present({ population: { weight, arrives }, day }: UnlockedDemand, { from, to }: SegmentRows): number {
  let there = 0;
  for (let i = from; i < to; i++) if (arrives[i] <= day) there += weight[i];
  return there;
}
