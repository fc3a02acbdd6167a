import { expect, test } from "vitest";
import { playable } from "../../engine/game/index.ts";
import { library } from "../support/scenarios.ts";

const seats = (over: Readonly<Record<string, unknown>>) => playable(library("textbook-logit", over));
const launch = (when: string | null) => seats({ "vendors.a.products.p.launch": when });

test("people play whom the market has from the start, or within a quarter of it", () => {
  expect(launch(null)).toEqual(["a", "b"]);
  expect(launch("2024-04-01")).toEqual(["a", "b"]);
  expect(launch("2024-04-02")).toEqual(["b"]);
  expect(launch("never")).toEqual(["b"]);
});

test("nobody plays a vendor whose prices the scenario has written down", () => {
  const event = (more: object) =>
    seats({ events: [{ date: "2024-03-01", kind: "price", ...more, input: 1, output: 1 }] });
  expect(event({ product: "b.p" })).toEqual(["a"]);
});
