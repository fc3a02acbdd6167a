import { describe, expect, test } from "vitest";
import {
  type Bought,
  geometricLaspeyres,
  geometricPaasche,
  satoVartia,
  tornqvist,
} from "../../engine/theory/price-indices.ts";

const halved: Bought = { p0: 2, p1: 1, q0: 3, q1: 5 };
const becomesFree: Bought = { p0: 2, p1: 0, q0: 1, q1: 9 };
const wasFree: Bought = { p0: 0, p1: 3, q0: 4, q1: 1 };
const bought = (p0: number, p1: number, q0: number, q1: number): Bought => ({ p0, p1, q0, q1 });

const GEOMETRIC = { tornqvist, satoVartia, geometricLaspeyres, geometricPaasche };

describe.each(Object.entries(GEOMETRIC))("%s, whose prices are logarithms", (_, index) => {
  test("leaves out what is free on either day: it has none", () => {
    expect(index([halved, becomesFree])).toBeCloseTo(0.5, 12);
    expect(index([halved, wasFree])).toBeCloseTo(0.5, 12);
  });
  test("leaves out what nobody buys on either day", () => {
    expect(index([halved, bought(1, 7, 0, 0)])).toBeCloseTo(0.5, 12);
  });
  test("is the common ratio where all prices change alike", () => {
    expect(index([halved, bought(10, 5, 1, 2), bought(0.1, 0.05, 7, 7)])).toBeCloseTo(0.5, 12);
  });
});

test("Sato and Vartia weigh by the logarithmic mean of the shares of spending, worked out by hand", () => {
  const [a, b] = [bought(1, 2, 8, 2), bought(1, 1, 2, 6)]; // shares .8, .4 and .2, .6
  const [wa, wb] = [0.4 / Math.log(2), -0.4 / Math.log(1 / 3)];
  expect(satoVartia([a, b])).toBeCloseTo(2 ** (wa / (wa + wb)), 12);
});
