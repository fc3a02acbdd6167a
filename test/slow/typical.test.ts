import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { mostTypical } from "../../scripts/typical/nearest-median.ts";
import { library, simulate } from "../support/scenarios.ts";

const folder = join(import.meta.dirname, "../../scenarios/library");
const told = readdirSync(folder).filter((file) => "typical" in parse(readFileSync(join(folder, file), "utf8")));

test("markets of the library say which of their runs is shown first", () => expect(told.length).toBeGreaterThan(2));

test.each(told)("the run of %s that is shown first is the one nearest the median of twenty", (file) => {
  const scenario = library(basename(file, ".yaml"));
  const runs = Array.from({ length: 20 }, (_, replication) => simulate(scenario, { seed: "1", replication }));
  expect(mostTypical(runs)).toBe(0);
});
