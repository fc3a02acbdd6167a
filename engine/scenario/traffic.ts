import type { Zone } from "./zone.ts";

/** What a segment's use looks like: prices and costs both read it. */
export interface TrafficLaw {
  readonly prompts: Prompts;
  readonly hours: HoursOfUse;
  readonly calls: number; // of tools, a request
  readonly images: number; // a request
  readonly task: number; // tokens of a task, where a product needs neither more nor fewer than usual
  readonly seats: number; // people of an agent, as plans count them
  readonly answers: Answers;
}

/** Lengths of prompts by request: a lognormal law, or points where there are any. */
export interface Prompts {
  readonly median: number; // [tokens]
  readonly sd: number; // of ln length
  readonly points: readonly { readonly tokens: number; readonly share: number }[]; // of requests
}

/** When a segment works. */
export interface HoursOfUse {
  readonly zone: Zone;
  readonly shape: DayShape;
  readonly byHour: readonly number[] | null; // weights of the day's 24 hours; null: those of the shape
  readonly weekend: number; // use of a day of the weekend over a working day's
}

/**
 * How buyers answer a tariff. Each is a share of the work that could change, and a cost that is spread exponentially
 * with this mean, in logarithms of price: where the dear way costs r times the cheap one, 1 - r^(-1/cost) of it does.
 */
export interface Answers {
  readonly wait: { readonly cost: number }; // the share is `deferrable`: work put off to cheap hours
  readonly batch: Answer; // work that can wait a day
  readonly cache: Answer; // input that could be read from a cache: `share` is the most there can be
  readonly route: Answer; // tasks that a cheaper model of the vendor would do as well
  /** Weeks of use that a buyer weighs when it chooses: from a promotion's printed end on, at the prices after it. */
  readonly foresee: { readonly weeks: number };
  /** Terms by volume: each buyer's own bill decides, or the segment's mean price. */
  readonly bill: "own" | "mean";
  readonly trim: { readonly elasticity: number }; // of a prompt's length to its price
}

interface Answer {
  readonly share: number; // [0-1]
  readonly cost: number; // [ln price]
}

/** Days as people work them: assumptions, none is measured. */
export const DAY_SHAPES = {
  even: Array.from({ length: 24 }, () => 1),
  office: [
    0.2, 0.1, 0.1, 0.1, 0.1, 0.2, 0.4, 0.8, 1.6, 2.4, 2.6, 2.4, 1.6, 2, 2.5, 2.5, 2.2, 1.8, 1.2, 1, 0.9, 0.8, 0.6, 0.4,
  ],
  evening: [
    0.8, 0.4, 0.2, 0.1, 0.1, 0.1, 0.3, 0.6, 0.8, 0.9, 1, 1.1, 1.3, 1.1, 1, 1, 1.1, 1.3, 1.6, 1.9, 2.2, 2.4, 2.1, 1.5,
  ],
} as const satisfies Readonly<Record<string, readonly number[]>>;
export type DayShape = keyof typeof DAY_SHAPES;

export const PLAIN_TRAFFIC: TrafficLaw = {
  prompts: { median: 2000, sd: 1.2, points: [] },
  hours: { zone: 8, shape: "even", byHour: null, weekend: 1 },
  calls: 0,
  images: 0,
  task: 10_000,
  seats: 1,
  answers: {
    wait: { cost: 0 },
    batch: { share: 0, cost: 0.3 },
    cache: { share: 0, cost: 0.5 },
    route: { share: 0, cost: 0.5 },
    foresee: { weeks: 0 },
    bill: "own",
    trim: { elasticity: 0 },
  },
};
