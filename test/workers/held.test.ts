import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { poolRunner } from "../../workers/pool.ts";
import type { Job } from "../../workers/runner.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const job = { scenario: { demand: { kind: "unit-logit" } }, seed: 1 } as unknown as Job;

test("a pool lets go of a result once whoever asked has, though the worker that made it lives on", async () => {
  const run = async () => ({ columns: new Float64Array(1000) });
  const service = { run, cancel: async () => {} } as never;
  const pool = poolRunner(() => ({ service, death: new Promise(() => {}), terminate: () => {} }), 1);
  const control = new AbortController();
  const results = await Promise.all(
    Array.from({ length: 20 }, async () => new WeakRef(await pool.run(job, { signal: control.signal }))),
  );
  for (let k = 0; k < 5; k++) {
    await new Promise((next) => setTimeout(next, 5));
    collect();
  }
  const held = results.filter((result) => result.deref() !== undefined);
  expect(held.length).toBeLessThan(3); // the last may still lie on the stack
});
