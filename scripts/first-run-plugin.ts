import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { readScenario } from "../engine/authoring.ts";
import { compile, recordingFingerprint, simulateModel } from "../engine/index.ts";
import { packRun } from "../ui/store/packed-run.ts";
import { FIRST_SCENARIO, freshSession } from "../ui/store/session.ts";

const ID = "virtual:first-run";

/** The run the app opens with, made at build time: readers see it before the page's own worker has started. */
export function firstRunPlugin(): Plugin {
  return {
    name: "pricewar-first-run",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const file = join(import.meta.dirname, "../scenarios/library", `${FIRST_SCENARIO}.yaml`);
      this.addWatchFile(file);
      const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
      const recording = simulateModel(compile(scenario, { seed: freshSession().seed }));
      const { cells, ...rest } = packRun(recording);
      const base64 = Buffer.from(cells.buffer).toString("base64");
      // A string to parse: engines read JSON faster than the same as script.
      const json = JSON.stringify({ ...rest, cells: base64, fingerprint: recordingFingerprint(recording) });
      return `export default JSON.parse(${JSON.stringify(json)});`;
    },
  };
}
