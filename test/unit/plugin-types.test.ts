import { expect, test } from "vitest";
import { costModel } from "../../engine/costs/cost-model.ts";
import { eventKind } from "../../engine/events/event-kind.ts";
import type { View } from "../../engine/index.ts";
import { strategy } from "../../engine/strategies/strategy.ts";

/** The compiler runs these: an error that it no longer finds fails the type check. */
const words = {
  label: { en: "Test", zh: "测试" },
  description: { en: "For a test.", zh: "测试用。" },
  example: {},
};
const margin = { type: "number", unit: "1", default: 0.3, label: { en: "Margin", zh: "毛利率" } } as const;
const late = { en: "it is late", zh: "已经晚了" };

test("a misspelt parameter, or a reason that has no words, is a type error", () => {
  const written = strategy({
    ...words,
    id: "test",
    parameters: { margin },
    reasons: { late },
    remember: () => null,
    decide(_view, parameters) {
      // @ts-expect-error the table has no such parameter
      const missing = parameters.margn;
      // @ts-expect-error a number is no text
      const wrong: string = parameters.margin;
      expect([missing, wrong]).toEqual([undefined, 0.3]);
      return [{ product: 0, to: { input: 1, output: 1 }, because: "late:x" }];
    },
  });
  expect(written.decide({} as View, { margin: 0.3 }, null)).toHaveLength(1);
  strategy({
    ...words,
    id: "test",
    parameters: {},
    reasons: { late },
    remember: () => null,
    // @ts-expect-error no words for this reason
    decide: () => [{ product: 0, to: { input: 1, output: 1 }, because: "early" }],
  });
});

test("what a cost model prepares is what its cost is computed from", () => {
  const model = costModel({
    ...words,
    id: "test",
    parameters: { margin },
    prepare: (p) => ({ cost: p.margin }),
    // @ts-expect-error nothing of that name was prepared
    unitCost: ({ price }) => ({ input: price, output: price, factors: [] }),
  });
  expect(model.prepare({ margin: 2 }, { referenceGpuPrice: 1 })).toEqual({ cost: 2 });
});

test("an event has the values of its table, defaults filled in", () => {
  const seen: number[] = [];
  const kind = eventKind({
    ...words,
    id: "test",
    parameters: { margin },
    apply(_model, _market, event) {
      // @ts-expect-error the table has no such parameter
      expect(event.margn).toBeUndefined();
      seen.push(event.margin);
    },
  });
  kind.apply({} as never, {} as never, { date: "2024-06-01", kind: "test" });
  expect(seen).toEqual([0.3]);
});
