import process from "node:process";
import { expect, test } from "vitest";
import { draws } from "../support/faults/seeded.ts";
import { DOORS } from "../support/fuzz/doors.ts";
import { mutated } from "../support/fuzz/mutate.ts";

/** Seconds for each door, and where to begin: PRICEWAR_FUZZ=720 PRICEWAR_SEED=1000000 is an hour elsewhere. */
const SECONDS = Number(process.env.PRICEWAR_FUZZ ?? 10);
const FIRST = Number(process.env.PRICEWAR_SEED ?? 1);
const HANG_MS = 1000;

test.each(DOORS)(
  "whatever is written, $name is taken or refused in words, within a second",
  async ({ name, ...door }) => {
    const until = performance.now() + SECONDS * 1000;
    let seed = FIRST;
    for (; performance.now() < until; seed++) {
      const text = mutated(door.corpus, draws(seed));
      const fault = await timed(() => door.take(text));
      expect({ seed, text, fault }).toEqual({ seed, text, fault: null });
    }
    process.stdout.write(`${name}: ${seed - FIRST} texts, 0 crashes, 0 over a second\n`);
  },
  (SECONDS + 300) * 1000,
);

/** What went wrong with a text. One that was slow is tried again: the first of a kind compiles what reads it. */
async function timed(take: () => Promise<void> | void): Promise<string | null> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = process.cpuUsage();
    try {
      await take();
    } catch (error) {
      return String((error as Error).stack);
    }
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1000 < HANG_MS) return null;
  }
  return "over a second";
}
