import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type ClassEvent, replayed } from "../../../engine/class/index.ts";
import { BrokenLog, openLog, readLog } from "../../../server/log.ts";
import { classroom, plan, sameRun } from "../../support/classroom.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-class-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cheap = plan();

/** A class of two that has played a round and opened the next. */
async function someClass(): Promise<ClassEvent[]> {
  const { log, room, phone, board } = classroom(cheap, { runner: sameRun(cheap) });
  const [ann, bo, teacher] = [await phone("Ann"), await phone("李雷"), await board()];
  for (const turn of [1, 3]) {
    await teacher.send({ say: "order", id: turn, order: { do: "next" } });
    for (const [k, who] of [ann, bo].entries())
      await who.send({
        say: "decide",
        page: "a",
        sent: turn,
        turn,
        decisions: { prices: { p: { input: 1.5 + k, output: 1.5 } } },
      });
    await expect.poll(() => room.state.phase, { interval: 5, timeout: 20_000 }).toBe("results");
  }
  await room.end();
  return log.events;
}

async function written(file: string, events: readonly ClassEvent[]): Promise<Buffer> {
  const log = await openLog(file, readLog(file));
  await Promise.all(events.map((e) => log.append(e)));
  await log.close();
  return readFileSync(file);
}

it("a server killed between any two records, or within one, goes on to the same log", async () => {
  const events = await someClass();
  const whole = await written(join(folder, "whole.jsonl"), events);
  const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([k]) => k + 1);
  expect(ends.length).toBe(events.length);
  for (const [k, end] of ends.entries()) {
    for (const torn of [0, 1, 17, (ends[k + 1] ?? end) - end - 1]) {
      const file = join(folder, `${k}-${torn}.jsonl`);
      writeFileSync(file, whole.subarray(0, end + Math.max(0, torn)));
      const kept = readLog(file);
      const complete = torn > 0 && ends.includes(end + torn) ? k + 2 : k + 1;
      expect(kept.events).toEqual(events.slice(0, complete));
      replayed(kept.events);
      expect((await written(file, events.slice(complete))).equals(whole)).toBe(true);
    }
  }
});

it("a log with a line that is no record, or one missing, is refused by its line", async () => {
  const file = join(folder, "broken.jsonl");
  const whole = String(await written(file, await someClass()));
  const lines = whole.split("\n");
  writeFileSync(file, [...lines.slice(0, 3), ...lines.slice(4)].join("\n"));
  expect(() => readLog(file)).toThrow(expect.objectContaining({ name: BrokenLog.name, line: 4 }));
  writeFileSync(file, whole);
  appendFileSync(file, "{}\n");
  expect(() => readLog(file)).toThrow(BrokenLog);
});

it("a disk that has room again goes on to a log that is whole, without what was refused meanwhile", async () => {
  const file = join(folder, "full.jsonl");
  const [first, second, third, ...rest] = await someClass();
  const log = await openLog(file, readLog(file));
  await log.append(first);
  const handle = await open(file, "r");
  const write = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, "appendFile");
  write.mockImplementationOnce(async () => {
    appendFileSync(file, '{"n":1,"ki'); // as much as there was room for
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  });
  const refused = await Promise.allSettled([log.append(third), log.append(third)]);
  expect(refused.map((r) => r.status)).toEqual(["rejected", "rejected"]);
  write.mockRestore();
  await handle.close();
  for (const event of [second, third, ...rest]) await log.append(event);
  await log.close();
  expect(readLog(file).events).toEqual([first, second, third, ...rest]);
});

it("a disk that takes no more refuses the decision, and the class stays where it was", async () => {
  const { room, log, phone, board, failures } = classroom(cheap, { runner: sameRun(cheap) });
  const [ann, teacher] = [await phone("Ann"), await board()];
  await teacher.send({ say: "order", id: 1, order: { do: "next" } });
  const before = room.state;
  log.append = () => Promise.reject(new Error("no space left on device"));
  await ann.send({ say: "decide", page: "a", sent: 1, turn: 1, decisions: {} });
  expect(ann.last("refused")?.why.no).toBe("disk");
  expect(ann.last("taken")).toBeUndefined();
  expect([room.state, room.judged]).toEqual([before, before]);
  expect(failures.length).toBe(1);
});
