import { expect, test } from "vitest";
import { cleanDecisions } from "../../../engine/class/clean.ts";
import { choicesOf } from "../../../engine/game/index.ts";
import { library } from "../../support/scenarios.ts";

const levers = ["prices", "free", "research", "credits", "gpus"] as const;
const refused = (scenario: ReturnType<typeof library>, vendor: string, given: object) =>
  cleanDecisions(given, { scenario, vendor, levers });

test("GPUs are decided where there is a fleet, and the rest where people are simulated: nowhere else", () => {
  const china = library("china-2024");
  const [withFleet, without] = [true, false].map((fleet) =>
    Object.keys(china.vendors).find((vendor) => choicesOf(china, vendor).fleet === fleet),
  );
  const textbook = library("textbook-logit");
  const [vendor] = Object.keys(textbook.vendors);
  expect(choicesOf(textbook, vendor)).toMatchObject({ people: false, fleet: false });
  if (withFleet) expect(refused(china, withFleet, { gpus: 5 })).toEqual({ gpus: 5 });
  expect(refused(china, without!, { gpus: 5 })).toEqual({ bad: "lever", what: "gpus" });
  expect(refused(china, without!, { research: 5 })).toEqual({ research: 5 });
  expect(refused(textbook, vendor, { research: 5 })).toEqual({ bad: "lever", what: "research" });
});
