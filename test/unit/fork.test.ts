import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compile,
  type Forks,
  type MarketEvent,
  newForks,
  newRunCache,
  type Recording,
  recordingFingerprint,
  run,
  type Scenario,
} from "../../engine/index.ts";
import { library } from "../support/scenarios.ts";

const base = library("china-2024", { "demand.agents": 300, "clock.end": "2024-06-30", "clock.burnInWeeks": 4 });
const cache = newRunCache();

/** A run, and how many ticks of it were computed. */
function ran(scenario: Scenario, forks?: Forks): { recording: Recording; ticks: number } {
  const steps = run(compile(scenario, { cache }), undefined, undefined, forks);
  for (let ticks = 0; ; ticks++) {
    const step = steps.next();
    if (step.done) return { recording: step.value, ticks };
  }
}

/** As a worker hands a recording over: its buffers are gone from here. */
function handedOver(recording: Recording): Recording {
  const { product, vendor, segment, market, switches = {} } = recording;
  const columns = [product, vendor, segment, market, switches].flatMap((x) => Object.values<ArrayBufferView>(x));
  return structuredClone(recording, { transfer: columns.map((x) => x.buffer as ArrayBuffer) });
}

const bitsOf = (scenario: Scenario, forks?: Forks) => {
  const recording = handedOver(ran(scenario, forks).recording);
  return [recordingFingerprint(recording), recording.moves, recording.switches];
};

const withEvents = (...events: MarketEvent[]): Scenario => ({
  ...base,
  events: [...base.events, ...events].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
});
const cut = (date: string, input: number, product = "alibaba.qwen-max"): MarketEvent => ({
  date,
  kind: "price",
  product,
  price: { input, output: 2 * input },
});

const DATES = ["2024-04-20", "2024-05-25", "2024-06-01", "2024-06-20"];
const change = fc.oneof(
  fc.record({ date: fc.constantFrom(...DATES), input: fc.constantFrom(1, 5, 20) }).map((x) => cut(x.date, x.input)),
  fc.constantFrom(...DATES).map((date): MarketEvent => ({ date, kind: "outage", vendor: "zhipu", days: 3 })),
  fc.constantFrom(...DATES).map((date): MarketEvent => ({ date, kind: "gpu-price", factor: 0.7 })),
  fc.constantFrom(...DATES).map((date): MarketEvent => ({ date, kind: "exit", vendor: "iflytek" })),
  fc.constantFrom(...DATES).map((date): MarketEvent => ({ date, kind: "credits", vendor: "baidu", amount: "5 Mtok" })),
);

describe("a change that acts from a date on", () => {
  it("gives the bits of a run from the start, whatever was run before", () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 2 }), { minLength: 3, maxLength: 5 }), (changes) => {
        const forks = newForks();
        const fresh = changes.map((events) => bitsOf(withEvents(...events)));
        for (const k of [...changes.keys(), ...[...changes.keys()].toReversed()])
          expect(bitsOf(withEvents(...changes[k]), forks)).toEqual(fresh[k]);
      }),
      { numRuns: 5 },
    );
  });

  it("can be moved again and again, each recording handed over to another thread", () => {
    const forks = newForks();
    for (const price of [5, 6, 7, 8, 9]) {
      const moved = withEvents(cut("2024-06-01", price));
      expect(bitsOf(moved, forks)).toEqual(bitsOf(moved));
    }
  });

  it("is run from its day on once it has been moved twice", () => {
    const forks = newForks();
    const ticks = [5, 6, 7, 8].map((price) => ran(withEvents(cut("2024-06-01", price)), forks).ticks);
    expect([base.clock.start, ...ticks]).toEqual(["2024-04-01", 91, 91, 91 - 61, 91 - 61]);
  });

  it("forks no market that differs in more than its dates", () => {
    const forks = newForks();
    const other = { ...base, demand: { ...base.demand, agents: 310 } } as Scenario;
    for (const price of [5, 6]) ran(withEvents(cut("2024-06-01", price)), forks);
    expect(bitsOf({ ...other, events: withEvents(cut("2024-06-01", 7)).events }, forks)).toEqual(
      bitsOf({ ...other, events: withEvents(cut("2024-06-01", 7)).events }),
    );
  });
});
