import {
  allSeries,
  anatomy,
  asRun,
  benchmarks,
  compile,
  elasticitiesOf,
  everySeries,
  explainRuns,
  forecastsFrom,
  growthBetween,
  growthCoalitions,
  hasLastingUsers,
  headline,
  indicesBetween,
  knockOuts,
  type Market,
  measure,
  measures,
  mechanisms,
  mergerTable,
  type Model,
  openMarket,
  outcomes,
  planBill,
  planDeciles,
  productBill,
  type Recording,
  recordingFingerprint,
  recoupmentCells,
  run,
  type Scenario,
  scenarioDifferences,
  shareCoalitions,
  splitPaid,
  tariffMechanisms,
  tick,
  weekTo,
  worthRun,
} from "../../../engine/index.ts";
import { mark } from "./mark.ts";
import { drawnScenario } from "./scenario.ts";

const OUTPUTS = [
  "regime",
  "headline.priceFall",
  "headline.moves",
  "market.tokens:sum",
  "market.priceIndex:mean@2026-04",
];

/** What the record of a run is asked, of its first vendor and product. */
const asked = (r: Recording) => ({
  from: r.dates[1],
  to: r.dates[r.dates.length - 2],
  split: r.dates[4],
  vendor: r.vendorIds[0],
  product: r.productIds[0],
  rival: r.productIds[1],
});
const posted = (r: Recording) => r.productIds.map((product, k) => ({ date: r.dates[3], product, price: k }));

/** What is told of a run. */
function told(scenario: Scenario, r: Recording): unknown {
  const span = { from: r.dates[1], to: r.dates[r.dates.length - 2] };
  const rows = [1, r.dates.length - 1] as const;
  return [
    headline(r),
    weekTo(r, r.dates[3]),
    growthBetween(r, span),
    indicesBetween(r, span),
    anatomy(r, span),
    explainRuns([r], span),
    r.vendorIds.map((_, v) => splitPaid(r, v, rows)),
    outcomes(r, r.dates[4]),
    measure(r, [
      ...OUTPUTS,
      ...r.vendorIds.flatMap((id) => [`vendors.${id}.tokenShare:min`, `vendors.${id}.profit:max`]),
    ]),
    Object.values(measures).map((of) => of(r, asked(r))),
    forecastsFrom([r], { scenario, origin: r.dates[2], outcomes: posted(r) }),
    worthRun(r.vendorIds[0], { "cut/react": r, "cut/held": r, "hold/react": r, "hold/held": r }, span),
  ];
}

/** Bills of every product to every segment, with much work and with little. */
function bills(model: Model, market: Market): unknown {
  if (!hasLastingUsers(model)) return null;
  return model.products.map((p) => [
    p.meter === "month" ? planDeciles(model, market, p.index) : null,
    ...model.segments.map((s) =>
      [0.2, 60].map((times) => {
        const work = { input: 3 * times, output: times };
        const question = { product: p.id, segment: s.id, work, day: model.startDay + 20 };
        return [p.meter === "token" ? productBill(model, market, question) : null, planBill(model, market, question)];
      }),
    ),
  ]);
}

/** What theory says of a market as it stands: it takes long, so the one or the other is asked, and of few. */
function theory(seed: number, model: Model, market: Market): unknown {
  if (seed % 4 !== 0) return elasticitiesOf(model, market);
  return seed % 12 === 4 ? mergerTable(model, market, { merge: [0, 1] }) : benchmarks(model, market);
}

/** Where two plain things differ, as paths and values; what is the very same object is not gone through. */
function changed(from: unknown, to: unknown, path: string): unknown[] {
  if (Object.is(from, to)) return [];
  const isObject = (x: unknown): x is object => typeof x === "object" && x !== null;
  if (!isObject(from) || !isObject(to)) return [[path, to]];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => changed(from[key as never], to[key as never], `${path}.${key}`));
}

/** Coalitions of none, of one each and of all. */
const corners = <T>(all: readonly T[]): T[] => all.filter((_, k) => k === all.length - 1 || (k & (k - 1)) === 0);

/** The same scenario with something in it undone, in every way there is. */
function edits(scenario: Scenario, r: Recording): unknown {
  const other = mechanisms.reduce((s, m) => m.off(s), scenario);
  const edited = [
    ...[...mechanisms, ...tariffMechanisms].map((m) => m.off(scenario)),
    asRun(scenario),
    ...(hasLastingUsers(scenario)
      ? [...corners(shareCoalitions(scenario, r)), ...corners(growthCoalitions(scenario, r))]
      : []),
    ...Object.values(recoupmentCells(scenario, r.vendorIds[0], r)),
    ...knockOuts(scenario).map(({ edit }) => edit(scenario)),
  ];
  return [
    knockOuts(scenario).map(({ id }) => id),
    edited.map((s) => changed(scenario, s, "")),
    scenarioDifferences(scenario, other),
  ];
}

/** How many draws there are: a new plugin may need some more to come in turn. */
export const DRAWS = 56;

export interface Facts {
  readonly run: string;
  readonly series: string;
  readonly told: string;
  readonly bills: string;
  readonly theory: string;
  readonly edits: string;
}

/** Fingerprints of a draw, by what they are of; and what was at work in it. */
export function factsOf(seed: number): { readonly facts: Facts; readonly scenario: Scenario; readonly r: Recording } {
  const scenario = drawnScenario(seed);
  const model = compile(scenario, { seed });
  const ticks = run(model);
  let step = ticks.next();
  while (!step.done) step = ticks.next();
  const r = step.value;
  const market = openMarket(model);
  while (market.tick < 3) tick(model, market);
  return {
    scenario,
    r,
    facts: {
      run: recordingFingerprint(r),
      series: mark(everySeries(r)),
      told: mark(told(scenario, r)),
      bills: mark(bills(model, market)),
      theory: mark(theory(seed, model, market)),
      edits: mark(edits(scenario, r)),
    },
  };
}

/** Series that say something in a run: not all zero, not all absent. */
export const spoken = (r: Recording): string[] =>
  allSeries()
    .filter((s) => s.compute(r).some((x) => x !== 0 && !Number.isNaN(x)))
    .map(({ entity, id }) => `${entity}.${id}`);
