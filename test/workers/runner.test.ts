import { afterAll, describe, expect, test, vi } from "vitest";
import { recordingFingerprint } from "../../engine/index.ts";
import { inlineRunner } from "../../workers/inline.ts";
import { poolRunner } from "../../workers/pool.ts";
import type { WorkerHandle } from "../../workers/worker-set.ts";
import { JobError } from "../../workers/runner.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import { library } from "../support/scenarios.ts";

const small = library("china-2024", { "demand.agents": 400, "clock.end": "2024-06-30" });
const long = library("china-2024", { "demand.agents": 200_000 });
const pool = nodePool(2);
afterAll(() => pool.close());

describe("a runner", () => {
  test("gives the same bits inline and in a pool of one, two or five workers", async () => {
    const prints = async (runner: typeof pool) => {
      const runs = await Promise.all(
        [0, 1, 2].map((replication) => runner.run({ scenario: small, seed: 1, replication })),
      );
      return runs.map(recordingFingerprint);
    };
    const expected = await prints(inlineRunner());
    expect(new Set(expected).size).toBe(3);
    expect(await prints(pool)).toEqual(expected);
    for (const width of [1, 5]) {
      const other = nodePool(width);
      expect(await prints(other)).toEqual(expected);
      await other.close();
    }
  });
  test("reports progress that grows to the whole, inline and in the pool", async () => {
    const job = { scenario: library("china-2024", { "demand.agents": 20_000 }), seed: 1 };
    for (const runner of [inlineRunner(), pool]) {
      const seen: number[] = [];
      await runner.run(job, { onProgress: (x) => seen.push(x) });
      expect(seen.every((x, k) => x > (seen[k - 1] ?? 0))).toBe(true);
      expect(seen.at(-1)).toBe(1);
    }
  });
  test("words of progress that come late or out of turn are not passed on", async () => {
    let say: (done: number) => void = () => {};
    const hands = poolRunner(() => {
      const run = async (_: unknown, onProgress: (done: number) => void) => {
        say = onProgress;
        for (const done of [0.2, 0.4, 0.3]) say(done);
      };
      return { service: { run, cancel: async () => {} } as never, death: new Promise(() => {}), terminate: () => {} };
    }, 1);
    const seen: number[] = [];
    await hands.run({ scenario: small, seed: 1 }, { onProgress: (x) => seen.push(x) });
    say(0.5);
    expect(seen).toEqual([0.2, 0.4, 1]);
  });
  test("can be cancelled while it runs and while it waits, and works on afterwards", async () => {
    const control = new AbortController();
    const runs = [0, 1, 2].map((replication) =>
      pool.run({ scenario: long, seed: 1, replication }, { signal: control.signal }),
    );
    setTimeout(() => control.abort(), 300);
    for (const run of await Promise.allSettled(runs)) {
      expect(run.status).toBe("rejected");
      expect((run as PromiseRejectedResult).reason.name).toBe("AbortError");
    }
    expect((await pool.run({ scenario: small, seed: 1 })).dates).toHaveLength(91);
  });
  test("however many runs wait for one signal, it has one listener, and each of them ends with it", async () => {
    const control = new AbortController();
    const { signal } = control;
    const listen = vi.spyOn(signal, "addEventListener");
    const never = new Promise<never>(() => {});
    const service = { run: () => never, cancel: () => Promise.resolve() } as never;
    const busy = poolRunner(() => ({ service, death: never, terminate: () => {} }), 2);
    const runs = Array.from({ length: 40 }, () => busy.run({ scenario: small, seed: 1 }, { signal }));
    await Promise.resolve();
    expect(listen).toHaveBeenCalledTimes(1);
    control.abort();
    const names = (await Promise.allSettled(runs)).map((run) => run.status === "rejected" && run.reason.name);
    expect(new Set(names)).toEqual(new Set(["AbortError"]));
  });
  test("a run that fails says which scenario and seed, and the pool lives on", async () => {
    const broken = {
      ...small,
      vendors: { ...small.vendors, baidu: { ...small.vendors.baidu, strategy: { kind: "nonsense" } } },
    };
    await expect(pool.run({ scenario: broken, seed: 7 })).rejects.toThrow(/china-2024, seed 7\/0: .*nonsense/);
    expect((await pool.run({ scenario: small, seed: 1 })).dates).toHaveLength(91);
  });
  test("a worker that dies is an error, not a hang, and is replaced", async () => {
    let spawned = 0;
    const mortal = (): WorkerHandle => {
      spawned++;
      const death = new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error("the worker died: out of memory")), 30),
      );
      death.catch(() => {});
      const never = new Promise<never>(() => {});
      return { service: { run: () => never, cancel: () => Promise.resolve() } as never, death, terminate: () => {} };
    };
    const doomed = poolRunner(mortal, 1);
    await expect(doomed.run({ scenario: small, seed: 1 })).rejects.toBeInstanceOf(JobError);
    await expect(doomed.run({ scenario: small, seed: 1 })).rejects.toThrow(/out of memory/);
    expect(spawned).toBe(2);
  });
  test("a worker that dies while it waits for work costs no run", async () => {
    let kill: (why: Error) => void = () => {};
    const hands = poolRunner(() => {
      const death = new Promise<never>((_, reject) => (kill = reject));
      death.catch(() => {});
      let alive = true;
      death.catch(() => (alive = false));
      const run = () => (alive ? inlineRunner().run({ scenario: small, seed: 1 }) : new Promise(() => {}));
      return { service: { run, cancel: () => Promise.resolve() } as never, death, terminate: () => {} };
    }, 1);
    await hands.run({ scenario: small, seed: 1 });
    kill(new Error("the worker died: out of memory"));
    await Promise.resolve();
    expect((await hands.run({ scenario: small, seed: 1 })).dates).toHaveLength(91);
  });
  test("a closed pool refuses work and lets go of what waits", async () => {
    const brief = nodePool(1);
    const runs = [brief.run({ scenario: long, seed: 1 }), brief.run({ scenario: long, seed: 2 })];
    setTimeout(() => void brief.close(), 200);
    const settled = await Promise.allSettled(runs);
    expect(settled.map((s) => s.status)).toEqual(["rejected", "rejected"]);
    await expect(brief.run({ scenario: small, seed: 1 })).rejects.toThrow(/closed/);
  });
});
