import { expect, test } from "vitest";
import { compare, ensemble, loadScenario } from "../../../cli/library.ts";

const small = {
  set: { "demand.agents": 300, "vendors.a.strategy": "{kind: hold}", "demand.exact": "false" },
  weeks: 4,
};

test("the library compares two scenarios in pairs, and spreads one over its draws", async () => {
  const base = await loadScenario("textbook-punishment", small);
  const cheaper = await loadScenario("textbook-punishment", {
    ...small,
    set: { ...small.set, "vendors.a.products.p.price.input": 1.5 },
  });
  const outputs = ["vendors.a.tokenShare"];
  const { "vendors.a.tokenShare": d } = await compare(base, cheaper, { runs: 6, outputs });
  expect(d.low).toBeGreaterThan(0);
  const { runs, failed, outputs: found } = await ensemble(base, { runs: 6, outputs });
  expect([runs, failed]).toEqual([6, 0]);
  expect(found[0].mean).toBeCloseTo(d.base, 12); // the same draws
});
