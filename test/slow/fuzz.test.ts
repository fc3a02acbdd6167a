import process from "node:process";
import { expect, test } from "vitest";
import { draws } from "../support/faults/seeded.ts";
import { DOORS } from "../support/fuzz/doors.ts";

/** Seconds for each door, where to begin, and how many texts at most: PRICEWAR_FUZZ=600 is an hour of all doors. */
const SECONDS = Number(process.env.PRICEWAR_FUZZ ?? 10);
const FIRST = Number(process.env.PRICEWAR_SEED ?? 1);
const TEXTS = Number(process.env.PRICEWAR_TEXTS ?? Infinity);
const HANG_MS = 1000;

test.each(DOORS)(
  "whatever is written, $name is taken or refused in words, within a second",
  async ({ name, draw, take }) => {
    const until = performance.now() + SECONDS * 1000;
    const faults = new Map<string, object>(); // the first of a kind: one fault would hide all others
    let [seed, taken] = [FIRST, 0];
    for (; performance.now() < until && seed < FIRST + TEXTS; seed++) {
      const text = draw(draws(seed));
      const { accepted, fault } = await timed(() => take(text));
      taken += Number(accepted);
      if (fault === null) continue;
      const kind = fault.split("\n", 2).join("\n");
      if (!faults.has(kind)) faults.set(kind, { seed, text, fault });
    }
    process.stdout.write(
      `${name}: ${seed - FIRST} texts from ${FIRST}, ${taken} taken, ${faults.size} kinds of fault\n`,
    );
    expect([...faults.values()]).toEqual([]);
  },
  (SECONDS + 300) * 1000,
);

interface Outcome {
  readonly accepted: boolean;
  readonly fault: string | null;
}

/** What came of a text. One that was slow is tried again: the first of a kind compiles what reads it. */
async function timed(take: () => Promise<boolean> | boolean): Promise<Outcome> {
  let accepted = false;
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = process.cpuUsage();
    try {
      accepted = await take();
    } catch (error) {
      return { accepted, fault: String((error as Error).stack) };
    }
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1000 < HANG_MS) return { accepted, fault: null };
  }
  return { accepted, fault: "over a second" };
}
