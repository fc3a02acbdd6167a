import { poolRunner } from "../../../workers/pool.ts";
import type { Service } from "../../../workers/service.ts";
import type { WorkerHandle } from "../../../workers/worker-set.ts";
import type { Remote } from "../../../workers/comlink.ts";
import { runExperiment } from "../../../experiments/experiment.ts";
import { type Draws, draws, type Tally } from "./seeded.ts";
import { numbersOf, planOf, realise } from "./work.ts";

const RUNS = 24;
const plan = planOf(RUNS);

/** A worker that dies before, in or after its work, or while it is idle; answers late, and twice where it can. */
function doomed(draw: Draws, tally: Tally): WorkerHandle {
  let die: (why: Error) => void = () => {};
  const death = new Promise<never>((_, reject) => (die = reject));
  death.catch(() => {});
  const dies = (when: string) => {
    tally.note(`worker dies ${when}`);
    die(new Error("the worker died"));
  };
  const measure: Service["measure"] = (job) =>
    new Promise((resolve) => {
      const { replication = 0 } = job;
      const fate = draw.share();
      if (fate < 0.05) return dies("before its run");
      setImmediate(() => {
        if (fate < 0.1) return dies("in its run");
        resolve(numbersOf(replication));
        resolve(numbersOf(replication + 1)); // told twice, and wrong: nobody listens any more
        if (fate < 0.15) dies("after its run");
        else if (fate < 0.2) setImmediate(() => dies("while idle"));
      });
    });
  const service = { measure, cancel: async () => {} } as unknown as Remote<Service>;
  return { service, death, terminate: () => {} };
}

/** A pool whose workers die: every run comes once, with its own numbers. */
export async function poolThrough(seed: number, tally: Tally): Promise<{ got: unknown; wanted: unknown }> {
  const draw = draws(seed);
  const pool = poolRunner(() => doomed(draw, tally), 1 + draw.below(4));
  const got: (readonly number[] | null)[] = [];
  const all = Array.from({ length: RUNS }, (_, k) => k);
  for await (const { planned, measured } of runExperiment({ plan, realise }, all, pool, { attempts: 50 }))
    got.push(measured && [planned.run, ...measured.values]);
  await pool.close();
  return { got, wanted: all.map((k) => [k, ...numbersOf(k).values]) };
}
