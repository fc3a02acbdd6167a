import { expect, test } from "vitest";
import { plural } from "../../../engine/text/plural.ts";

test("one of a thing is not several, written out or not", () => {
  expect([plural(1, "day"), plural(3, "day"), plural("1", "run"), plural("1,000", "run"), plural(0, "row")]).toEqual([
    "1 day",
    "3 days",
    "1 run",
    "1,000 runs",
    "0 rows",
  ]);
  expect([plural(1, "part is", "parts are"), plural(2, "part is", "parts are")]).toEqual(["1 part is", "2 parts are"]);
});
