import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readScenario } from "../../engine/authoring.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import type { Soaked } from "../soak.ts";
import { ownMemory } from "./own-memory.ts";

const RUNS = 8;
const LIBRARY = join(import.meta.dirname, "../../scenarios/library");

const china = (strength: number) => {
  const text = (id: string) => ({ file: id, text: readFileSync(join(LIBRARY, `${id}.yaml`), "utf8") });
  const set = { "demand.agents": "500", "demand.mu": String(strength) };
  return readScenario(text("china-2024").text, { file: "china-2024", set, resolve: text }).scenario;
};

/** Points of a sweep, one pool for all of them, each with a scenario of its own. */
export async function sweeps(): Promise<Soaked> {
  const pool = nodePool();
  let seed = 0;
  return {
    async step() {
      const scenario = china(0.2 + 0.001 * (seed % 100));
      seed++;
      const runs = Array.from({ length: RUNS }, (_, replication) => pool.run({ scenario, seed, replication }, {}));
      await Promise.all(runs);
    },
    measure: ownMemory,
    end: async () => pool.close(),
  };
}
