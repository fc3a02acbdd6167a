import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";
import { readScenario } from "../engine/authoring.ts";

const FOLDER = "scenarios/library";
const root = join(import.meta.dirname, "..");

/** A scenario of the library as it was read, with the digest of every text that it was read from. */
function builtScenario(id: string): string {
  const texts: Record<string, string> = {};
  const read = (name: string) => {
    const file = `${FOLDER}/${name}.yaml`;
    const text = readFileSync(join(root, file), "utf8");
    texts[file] = createHash("sha256").update(text).digest("hex");
    return { file, text };
  };
  const { file, text } = read(id);
  return JSON.stringify({ texts, read: readScenario(text, { file, resolve: read }) });
}

/** Library scenarios as JSON, so that the command line begins without the YAML parser and the schema. */
export function builtScenariosPlugin(): Plugin {
  return {
    name: "pricewar-built-scenarios",
    generateBundle() {
      for (const name of readdirSync(join(root, FOLDER)).filter((file) => file.endsWith(".yaml"))) {
        const id = basename(name, ".yaml");
        this.emitFile({ type: "asset", fileName: `lib/scenarios/${id}.json`, source: builtScenario(id) });
      }
    },
  };
}
