import type { Recording } from "../recording/recorder.ts";
import type { Move } from "../model/market.ts";

/** What happened in the seven days that end on a date. */
export interface Week {
  readonly from: string;
  readonly to: string;
  readonly moves: readonly Move[]; // in order, each with the rule that fired and its reason
  readonly launches: readonly string[];
  readonly flows: readonly UserFlow[]; // products with any, the largest gain first
  readonly switches: readonly UserSwitch[]; // between products, the largest first
}

/** Users who came to a product and went from it [represented agents, in the week]. */
export interface UserFlow {
  readonly product: string;
  readonly joined: number; // from using none
  readonly left: number; // to using none
  readonly switchedIn: number; // from other products
  readonly switchedOut: number; // to other products
}

/** Users who went from one product to another [represented agents, in the week]; null: from or to using none. */
export interface UserSwitch {
  readonly from: string | null;
  readonly to: string | null;
  readonly users: number;
  readonly agents: number; // simulated
}

export function weekTo(r: Recording, date: string): Week {
  const last = Math.max(
    0,
    r.dates.findLastIndex((d) => d <= date),
  );
  const first = Math.max(0, last - Math.ceil(7 / r.tickDays) + 1);
  const n = r.productIds.length;
  const launched = (j: number) => {
    for (let t = Math.max(1, first); t <= last; t++)
      if (r.product.live[t * n + j] > r.product.live[(t - 1) * n + j]) return true;
    return false;
  };
  return {
    from: r.dates[first],
    to: r.dates[last],
    moves: r.moves.filter((m) => m.tick >= first && m.tick <= last),
    launches: r.productIds.filter((_, j) => launched(j)),
    flows: r.productIds
      .map((product, j) => flowOf(r, product, j, { first, last }))
      .filter((f) => f.joined + f.left + f.switchedIn + f.switchedOut > 0)
      .toSorted((a, b) => gain(b) - gain(a)),
    switches: switchesOf(r, first, last),
  };
}

function switchesOf({ switches, productIds }: Recording, first: number, last: number): UserSwitch[] {
  if (!switches) return [];
  const found = new Map<string, { -readonly [K in keyof UserSwitch]: UserSwitch[K] }>();
  for (let k = switches.start[first]; k < switches.start[last + 1]; k++) {
    const [from, to] = [switches.from[k], switches.to[k]];
    const key = `${from}/${to}`;
    const pair = found.get(key) ?? { from: productIds[from] ?? null, to: productIds[to] ?? null, users: 0, agents: 0 };
    pair.users += switches.users[k];
    pair.agents += switches.agents[k];
    found.set(key, pair);
  }
  return [...found.values()].toSorted((a, b) => b.users - a.users);
}

const gain = (f: UserFlow) => f.joined + f.switchedIn - f.left - f.switchedOut;

function flowOf(r: Recording, product: string, j: number, { first, last }: { first: number; last: number }): UserFlow {
  const n = r.productIds.length;
  const sum = (column: Float64Array) => {
    let total = 0;
    for (let t = first; t <= last; t++) total += column[t * n + j] * (r.tickDays / 7);
    return total;
  };
  const { joined, left, switchedIn, switchedOut } = r.product;
  return { product, joined: sum(joined), left: sum(left), switchedIn: sum(switchedIn), switchedOut: sum(switchedOut) };
}
