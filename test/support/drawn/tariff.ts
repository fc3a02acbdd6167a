import type { Draws } from "../faults/seeded.ts";

type Tree = Record<string, unknown>;
const maybe = (draw: Draws, share: number, make: () => Tree): Tree => (draw.share() < share ? make() : {});

/** How a list becomes a bill, most terms in about a third of draws. Nothing free has a price set over it. */
export function drawnTariff(draw: Draws, priced: boolean): Tree {
  const change = (times: readonly number[]): Tree =>
    priced && draw.below(3) === 0 ? { price: { input: 3, output: 7 } } : { times: draw.of(times) };
  return {
    tokenizer: draw.of([1, 1.3]),
    ...maybe(draw, 0.4, () => ({
      brackets: {
        by: draw.of(["prompt", "marginal"]),
        steps: [
          { above: 4000, ...change([1.5, 0.5]) },
          { above: 64_000, ...change([2, 3]) },
        ],
      },
    })),
    ...maybe(draw, 0.4, () => ({
      hours: {
        zone: draw.of([8, 0]),
        windows: [
          { days: ["mon", "tue", "wed", "thu", "fri"], from: 9, to: 12, ...change([2]) },
          { from: 22, to: 6.5, ...change([0.5]) },
        ],
        holidays: ["2026-03-13", "2026-04-03"],
      },
    })),
    ...maybe(draw, 0.4, () => ({ batch: draw.of([0.3, 0.5]) })),
    ...maybe(draw, 0.3, () => ({ per: { request: draw.of([0, 0.001]), call: 0.002, image: draw.of([0, 0.01]) } })),
    ...maybe(draw, 0.4, () => ({
      promotions: [
        {
          from: draw.of([null, "2026-03-12"]),
          until: "2026-04-05",
          ended: draw.of([null, "2026-04-15"]),
          ...change([0.6]),
        },
      ],
    })),
    ...maybe(draw, 0.4, () => ({
      volume: {
        steps: [
          { above: draw.of([5, 50]), times: 0.8 },
          { above: 500, times: 0.6 },
        ],
        minimum: draw.of([0, 3]),
        commitments: draw.of<Tree[]>([[], [{ spend: 100, times: 0.7 }]]),
      },
    })),
    ...maybe(draw, 0.3, () => ({ discounts: { firms: draw.of([0.1, 0.4]) } })),
  };
}

/** A subscription: with a model of its own, or to models that are sold by the token besides. */
export function drawnPlan(draw: Draws, cost: Tree): Tree {
  const beyond = draw.of(["stop", "slow", "pay"]);
  return {
    plan: {
      tier: "main",
      arena: "plans",
      price: { month: draw.of([10, 40]) },
      cost,
      plan: {
        quota: draw.of<Tree[]>([
          [],
          [{ tokens: 4, every: "week" }],
          [
            { tokens: 0.2, every: "5h" },
            { tokens: 20, every: "month" },
          ],
        ]),
        beyond,
        slow: draw.of([0.3, 0.8]),
        ...(beyond === "pay" && { overage: { input: 1, output: 3 } }),
        covers: draw.of<Tree[]>([[], [{ product: "main", burn: 2 }]]),
      },
    },
  };
}
