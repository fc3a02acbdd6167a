import { expect, test } from "vitest";
import type { BoardMarket } from "../../../engine/class/index.ts";
import { theoryLines } from "../../../ui/class/board/course-lines.ts";
import type { RoundLine } from "../../../ui/class/lines.tsx";

const market = (arm: string, nash: number, cartel: number) =>
  ({ arm, theory: { nash: [nash, nash], cartel: [cartel, cartel] } }) as unknown as BoardMarket;
const played = [{ id: "a", name: "", values: [4, NaN, 3], mark: "", text: "" }] satisfies RoundLine[];
const named = (way: string, { arm }: BoardMarket) => `${way} ${arm}`;
const lines = (...markets: BoardMarket[]) => theoryLines(markets, played, { mode: "light", name: named });

test("markets of each treatment are held against the theory of their own", () => {
  const both = lines(market("with", 2, 5), market("without", 3, 6), market("with", 2, 5));
  expect(both.map(({ name, values }) => [name, ...values])).toEqual([
    ["nash with", 2, 2, 2],
    ["cartel with", 5, 5, 5],
    ["nash without", 3, 3, 3],
    ["cartel without", 6, 6, 6],
  ]);
  expect(both[0].mark).not.toBe(both[2].mark);
  expect(new Set(both.map(({ id }) => id)).size).toBe(4);
});

test("a line of theory far above all that was played is left out, since it would flatten the rest", () => {
  expect(lines(market("with", 2, 11)).map(({ name }) => name)).toEqual(["nash with"]);
});
