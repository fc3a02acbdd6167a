import { expect, test } from "vitest";
import { batching } from "../../workers/batching.ts";

test("what is asked for together is sent together, at most so many, and each gets its own result", async () => {
  const sent: number[][] = [];
  const square = batching(
    () => 3,
    async (items: readonly number[]) => {
      sent.push([...items]);
      return items.map((x) => x * x);
    },
  );
  expect(await Promise.all([1, 2, 3, 4, 5].map(square))).toEqual([1, 4, 9, 16, 25]);
  expect(await square(6)).toBe(36);
  expect(sent).toEqual([[1, 2, 3], [4, 5], [6]]);
});

test("a batch that fails fails each of its own, and no other", async () => {
  const ask = batching(
    () => 2,
    async (items: readonly number[]) => {
      if (items.includes(1)) throw new Error("lost");
      return items;
    },
  );
  const found = await Promise.allSettled([1, 2, 3].map(ask));
  expect(found.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});
