import fc from "fast-check";
import { NO_TARIFF } from "../../engine/index.ts";

/** china-2024 cut down until a run takes milliseconds. */
export const SMALL = { "demand.agents": 600, "clock.end": "2024-06-10", "clock.burnInWeeks": 8, "clock.tickDays": 7 };

const stepped = (above: number) => ({
  ...NO_TARIFF,
  volume: { steps: [{ above, times: 0.5 }], minimum: 10, commitments: [] },
});

/**
 * Changes that reach people, the burn-in, only the run, or all of them; each on its own must not be taken for another.
 */
const CHANGES: Readonly<Record<string, readonly unknown[]>> = {
  "demand.mu": [0.15, 0.3],
  "demand.valueLevel": [0.5, 1.5],
  "demand.agents": [600, 700],
  "demand.tasteLife": [null, 4],
  "demand.sunk": [0, 1],
  "demand.ramp.weeks": [6, 12],
  "demand.ramp.start": [0.05, 0.4],
  "demand.fixedCost.median": [0.05, 0.2],
  "demand.volume.tilt": [0.3, 0.65],
  "demand.outputShare.to": [0.4, 0.8],
  "demand.loyalty.sameVendor": [0, 0.8],
  "demand.loyalty.weeks": [4, 26],
  "demand.awareness.start": [0.02, 0.4],
  "demand.awareness.imitate": [0, 0.2],
  "demand.awareness.news": [0, 0.2],
  "demand.news.decay": [0.1, 0.9],
  "demand.ecosystem.weight": [0, 0.3],
  "demand.expectations.start": [0, 1],
  "demand.segments.developers.waiting": [0, 2],
  "demand.segments.developers.lnV.mean": [3, 4],
  "demand.segments.developers.switching.mean": [0.1, 0.9],
  "demand.segments.developers.attention.base": [0.01, 0.2],
  "demand.segments.developers.attention.news": [0, 0.3],
  "demand.segments.developers.cachedShare": [0, 0.5],
  "demand.segments.bulk.multihoming.share": [0, 0.6],
  "demand.segments.bulk.discount.base": [0, 0.3],
  "demand.segments.bulk.growth": [0.5, 2],
  "vendors.bytedance.products.doubao-pro.price.input": [0.8, 6],
  "vendors.bytedance.products.doubao-pro.quality": [-0.6, 0.1],
  "vendors.bytedance.products.doubao-lite.tariff": [null, stepped(50), stepped(500)],
  "vendors.bytedance.trust": [0, 0.8],
  "vendors.deepseek.products.v2.price.input": [0.5, 4],
  "vendors.deepseek.products.v2.launch": ["2024-05-06", null],
  "clock.burnInWeeks": [0, 8],
  "clock.tickDays": [1, 7],
};

/** One change of one path. */
export const change = fc
  .constantFrom(...Object.entries(CHANGES))
  .chain(([path, values]) => fc.constantFrom(...values.map((value) => ({ path, value }))));
