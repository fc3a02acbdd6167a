import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import { gameTries, keptTries, linkTries } from "../support/doors/browser.ts";
import { caseTries } from "../support/doors/cases.ts";
import { extremeTries, flagTries, formulaTries, nameTries, ruleTries, setTries } from "../support/doors/commands.ts";
import { designTries } from "../support/doors/designs.ts";
import { scenarioTries } from "../support/doors/scenarios.ts";
import { doorsPage } from "../support/doors/table.ts";
import type { Door } from "../support/doors/tried.ts";

const folder = mkdtempSync(join(tmpdir(), "pricewar-doors-"));
const at = (name: string): string => {
  mkdirSync(join(folder, name), { recursive: true });
  return join(folder, name);
};

const DOORS: readonly Door[] = [
  { name: "Scenario files, what they extend, links and devices", before: 158, tries: scenarioTries(at("scenarios")) },
  { name: "`--set` paths", before: 26, tries: setTries(at("sets")) },
  { name: "Extreme prices and costs, run", before: 12, tries: extremeTries(at("extremes")) },
  { name: "Formulas: escapes, depth, length", before: 92, tries: formulaTries },
  { name: "Pricing rules, run", before: 14, tries: ruleTries(at("rules")) },
  { name: "Vendors and products with names of JavaScript, run", before: 26, tries: nameTries(at("names")) },
  { name: "Designs", before: 52, tries: designTries(at("designs")) },
  { name: "Cases to validate", before: 0, tries: caseTries(at("cases")) },
  { name: "Flags and verbs", before: 44, tries: flagTries(at("flags")) },
  { name: "Links", before: 64, tries: linkTries },
  { name: "What a browser kept", before: 30, tries: keptTries },
  { name: "Games imported", before: 10, tries: gameTries },
];

const survived = new Map<string, number>();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const rows = DOORS.map(({ name, before, tries }) => ({
    name,
    before,
    tried: tries.length,
    survived: survived.get(name) ?? 0,
  }));
  if (process.env.PRICEWAR_DOORS_TABLE)
    writeFileSync(join(import.meta.dirname, "../../docs/doors.md"), doorsPage(rows));
});

describe("whatever is tried at a door is done or refused in words", () => {
  test.each(DOORS)("$name", async ({ name, before, tries }) => {
    expect(tries.length).toBeGreaterThanOrEqual(before);
    const faults: string[] = [];
    for (const { what, take } of tries) {
      try {
        await take();
      } catch (error) {
        faults.push(`${what}: ${(error as Error).message}`);
      }
    }
    survived.set(name, tries.length - faults.length);
    expect(faults).toEqual([]);
  });
});
