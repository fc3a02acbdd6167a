import { expect, test } from "vitest";
import { batching } from "../../workers/batching.ts";

test("what is asked for together is sent together, at most so many, and each gets its own result", async () => {
  const sent: number[][] = [];
  const square = batching({ most: () => 3, places: 4 }, async (items: readonly number[]) => {
    sent.push([...items]);
    return items.map((x) => x * x);
  });
  expect(await Promise.all([1, 2, 3, 4, 5].map(square))).toEqual([1, 4, 9, 16, 25]);
  expect(await square(6)).toBe(36);
  expect(sent).toEqual([[1, 2, 3], [4, 5], [6]]);
});

test("a batch that fails fails each of its own, and no other", async () => {
  const ask = batching({ most: () => 2, places: 4 }, async (items: readonly number[]) => {
    if (items.includes(1)) throw new Error("lost");
    return items;
  });
  const found = await Promise.allSettled([1, 2, 3].map(ask));
  expect(found.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});

test("who asks anew for each result gets full batches, once there are more to ask than places", async () => {
  const sizes: number[] = [];
  const one = batching({ most: () => 8, places: 2 }, async (items: readonly number[]) => {
    sizes.push(items.length);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return items;
  });
  let next = 0;
  const lane = async () => {
    while (next < 200) await one(next++);
  };
  const lanes: Promise<void>[] = [];
  for (let k = 0; k < 16; k++) {
    lanes.push(lane());
    await new Promise((resolve) => setTimeout(resolve, 0)); // they do not begin together
  }
  await Promise.all(lanes);
  expect(sizes.reduce((a, b) => a + b, 0)).toBe(200);
  expect(sizes.slice(sizes.length / 2).filter((n) => n === 8).length).toBeGreaterThan(sizes.length / 4);
});
