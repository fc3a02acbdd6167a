import {
  compile,
  type Draws,
  drawnScenario,
  type Elasticities,
  elasticitiesOf,
  quantile,
  type Scenario,
} from "../../engine/index.ts";
import { openDay } from "../equilibrium/day.ts";

/** A number over draws of what is not known: its median, and what eight draws of ten lie between. */
interface Banded {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

interface Row {
  readonly all: Banded;
  readonly users: Banded;
  readonly own: Banded;
}

/** Elasticities on a day, as `elasticity --json` gives them; without draws the ends of a band are its middle. */
export interface ElasticitySummary {
  readonly scenario: string;
  readonly at: string;
  readonly draws: number; // 1 without any
  readonly market: Row;
  readonly segments: Readonly<Record<string, Row>>;
  readonly products: readonly { readonly id: string; readonly price: Banded; readonly own: Banded }[];
}

interface Asked {
  readonly at?: string;
  readonly seed: string | number;
  readonly draws: Draws | null;
  readonly count: number; // of draws
  readonly onProgress: (done: number) => void;
}

/** Steps each draw's market to the day and asks it there. */
export function elasticitySummary(
  scenario: Scenario,
  { at, seed, draws, count, onProgress }: Asked,
): ElasticitySummary {
  const found: Elasticities[] = [];
  let day = "";
  let ids: readonly string[] = [];
  for (let k = 0; k < count; k++) {
    const one = draws ? drawnScenario(scenario, draws, k) : scenario;
    const opened = openDay(one, { at, seed });
    // Who buyers are is spread evenly: an elasticity is an integral over them, not news of one crowd.
    found.push(elasticitiesOf(compile(one, { seed, even: true }), opened.market));
    day = opened.at;
    ids = opened.model.products.map(({ id }) => id);
    onProgress((k + 1) / count);
  }
  const over = (take: (e: Elasticities) => number): Banded => banded(found.map(take));
  const row = (of: (e: Elasticities) => Elasticities["market"]): Row => ({
    all: over((e) => of(e).all),
    users: over((e) => of(e).users),
    own: over((e) => of(e).own),
  });
  const sold = ids.flatMap((id, j) => (found.every((e) => e.products.some((p) => p.product === j)) ? [{ id, j }] : []));
  const productOf = (e: Elasticities, j: number) => e.products.find((p) => p.product === j)!;
  return {
    scenario: scenario.id,
    at: day,
    draws: count,
    market: row((e) => e.market),
    segments: Object.fromEntries(Object.keys(found[0].segments).map((id) => [id, row((e) => e.segments[id])])),
    products: sold.map(({ id, j }) => ({
      id,
      price: over((e) => productOf(e, j).price),
      own: over((e) => productOf(e, j).own),
    })),
  };
}

function banded(values: readonly number[]): Banded {
  const sorted = Float64Array.from(values).toSorted();
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}
