// npx tsx scripts/golden.ts: records fingerprints anew, of short runs of the library and of drawn markets, and of what
// theory and statistics come to, for a change of the engine that means to change them. Say why in CHANGELOG.md.
import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { recordingFingerprint, simulateModel, compile, withAgents } from "../engine/index.ts";
import { loadScenario } from "../cli/library.ts";
import { CALCULATIONS } from "../test/support/drawn/calculations.ts";
import { DRAWS, factsOf } from "../test/support/drawn/facts.ts";
import { mark } from "../test/support/drawn/mark.ts";

const root = join(import.meta.dirname, "..");
const ids = readdirSync(join(root, "scenarios/library")).map((file) => basename(file, ".yaml"));
const slow = new Set(["textbook-algorithms"]); // twenty years of days
const out: Record<string, string> = {};
for (const id of ids.filter((name) => !slow.has(name)).toSorted()) {
  const scenario = await loadScenario(id);
  const small = withAgents(scenario, 500);
  out[id] = recordingFingerprint(simulateModel(compile(small, { seed: 1 })));
}
const drawn = Object.fromEntries(Array.from({ length: DRAWS }, (_, k) => [k + 1, factsOf(k + 1).facts]));
writeFileSync(join(root, "test/golden/drawn.json"), `${JSON.stringify(drawn, null, 1)}\n`);
const calculations = Object.fromEntries(Object.entries(CALCULATIONS).map(([name, make]) => [name, mark(make())]));
writeFileSync(join(root, "test/golden/calculations.json"), `${JSON.stringify(calculations, null, 1)}\n`);
writeFileSync(join(root, "test/golden/fingerprints.json"), `${JSON.stringify(out, null, 1)}\n`);
