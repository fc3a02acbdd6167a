import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3";
import { readScenario } from "../../engine/authoring.ts";
import { libraryText } from "./scenarios.ts";

const facts = join(import.meta.dirname, "../../scenarios/facts");

/** A file of the record, as text. */
export const factsText = (file: string) => readFileSync(join(facts, file), "utf8");

export const prices = csvParse(factsText("prices.csv"));

interface Named {
  readonly date?: string;
  readonly vendor?: string;
  readonly model?: string;
  readonly metric?: string;
}

/** A row in words, so that a failure says which. */
export const where = (row: Named) => `${row.date} ${row.vendor} ${row.model ?? row.metric}`;

/** A scenario of the library with where each of its numbers comes from. */
export const withProvenance = (id: string) =>
  readScenario(libraryText(id).text, { file: `${id}.yaml`, resolve: libraryText });
