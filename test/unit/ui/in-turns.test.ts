import { expect, test } from "vitest";
import { inTurns } from "../../../ui/store/in-turns.ts";

const TURNS = { all: 20, each: 5, lanes: 2 };
const number = (k: number) => Promise.resolve(k);
const upTo = (n: number) => Array.from({ length: n }, (_, k) => k);

async function told(kinds: readonly ((k: number) => Promise<number>)[], signal = new AbortController().signal) {
  const all: [number, readonly number[]][] = [];
  await inTurns(kinds, { ...TURNS, signal }, (kind, made) => all.push([kind, made]));
  return all;
}

test("runs of a scenario and of its baseline come a few of each at a time: a difference needs both", async () => {
  expect(await told([number, number])).toEqual(
    [5, 10, 15, 20].flatMap((n) => [
      [0, upTo(n)],
      [1, upTo(n)],
    ]),
  );
});

test("they are told in the order of their numbers, whichever is done first", async () => {
  const late = (k: number) => new Promise<number>((done) => setTimeout(() => done(k), k % 2 ? 0 : 3));
  expect((await told([late])).at(-1)).toEqual([0, upTo(20)]);
});

test("one that cannot be made ends its kind; the other goes on", async () => {
  const failing = (k: number) => (k === 7 ? Promise.reject(new Error("no")) : number(k));
  const all = await told([failing, number]);
  expect(all.filter(([kind]) => kind === 0).map(([, { length }]) => length)).toEqual([5]);
  expect(all.filter(([kind]) => kind === 1).map(([, { length }]) => length)).toEqual([5, 10, 15, 20]);
});

test("nothing is told once it is stopped", async () => {
  const control = new AbortController();
  const stopping = (k: number) => (k === 8 && control.abort(), number(k));
  expect(await told([stopping, number], control.signal)).toEqual([
    [0, upTo(5)],
    [1, upTo(5)],
  ]);
});
