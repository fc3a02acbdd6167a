import { expect, it } from "vitest";
import { gameAt } from "../../../engine/game/index.ts";
import { type Benchmarks, benchmarks } from "../../../experiments/debrief.ts";
import { inlineRunner } from "../../../workers/inline.ts";
import type { Job } from "../../../workers/runner.ts";
import { classroom, plan } from "../../support/classroom.ts";

it("a class ends as Play's debrief does, and asks theory once for markets that differ in prices", async () => {
  const inline = inlineRunner();
  const priced: Job[] = [];
  const run: typeof inline.run = (job, options) => {
    if (job.pricing) priced.push(job);
    return inline.run(job, options);
  };
  const { room, phone, board } = classroom(plan({ markets: 2, rounds: 1 }), { runner: { ...inline, run } });
  const phones = await Promise.all(["A", "B", "C", "D", "E"].map((name) => phone(`Team ${name}`)));
  const teacher = await board();
  await teacher.send({ say: "order", id: 1, order: { do: "next" } });
  for (const [k, told] of phones.entries()) {
    const decisions = { prices: { p: { input: 1.9 - k / 10, output: 1.9 - k / 10 } } };
    await told.send({ say: "decide", page: "a", sent: 1, turn: 1, decisions });
  }
  const all = () => room.computed.every(({ debrief }) => Object.keys(debrief?.best ?? {}).length === 4);
  await expect.poll(all, { timeout: 120_000 }).toBe(true);
  expect(priced.map((job) => job.pricing).toSorted()).toEqual(["cartel", "nash"]);
  for (const [market, { debrief }] of room.computed.entries()) {
    const known: { -readonly [K in keyof Benchmarks]?: Benchmarks[K] } = {};
    const game = gameAt(room.state.markets[market].session);
    const { scenario } = room.state.plan.arms[0];
    await benchmarks(inline, scenario, game, { tell: (part) => Object.assign(known, part) });
    for (const way of ["own", "nash", "cartel"] as const)
      for (const [vendor, outcome] of Object.entries(known[way]!))
        for (const goal of ["profit", "share", "value"] as const)
          expect([way, vendor, goal, debrief![way]![vendor][goal]]).toEqual([
            way,
            vendor,
            goal,
            expect.closeTo(outcome[goal], 6),
          ]);
    for (const [vendor, best] of Object.entries(debrief!.best!))
      expect(best.profit).toBeGreaterThanOrEqual(debrief!.own![vendor].profit);
  }
});
