import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, type Scenario } from "../../engine/index.ts";
import type { Manifest } from "../../report/document/manifest.ts";
import type { Named } from "../../report/document/gather.ts";
import { FolderError, jsonOf, ownFile, readJson } from "../folder/files.ts";
import { extended, openScenario } from "../scenario.ts";
import { noManifest, otherScenario } from "./problem-words.ts";
import type { Options } from "../verb.ts";

/**
 * Scenarios by name, from a scenario file, from a run folder, or from an earlier report (HTML, JSON or Markdown), whose
 * manifest holds them in full. @throws ScenarioErrors, FolderError
 */
export function openSources(names: readonly string[], options: Options): Named[] {
  return names.flatMap((name) => {
    const run = join(name, "manifest.json");
    if (existsSync(name) && statSync(name).isDirectory()) return [fromManifest(readJson(run), run)];
    if (/\.(html|md)$/.test(name)) return fromReport(embedded(name), name);
    if (name.endsWith(".json") && existsSync(name)) {
      const data = readJson(name) as { readonly manifest?: unknown } | null;
      if (data?.manifest) return fromReport(data.manifest, name);
    }
    const { scenario, provenance } = openScenario(name, options);
    return [{ scenario, provenance, from: madeFrom(name, options) }];
  });
}

/** What a file of one's own extends, or a scenario before anything was set. */
const madeFrom = (name: string, options: Options): Scenario | undefined =>
  extended(name, options) ??
  (options.set.length > 0 ? openScenario(name, { ...options, set: [] }).scenario : undefined);

function embedded(path: string): unknown {
  const text = ownFile(path).toString("utf8");
  const found = /<script type="application\/json" id="manifest">([^<]*)<\/script>|<!-- pricewar-manifest (.*) -->/.exec(
    text,
  );
  if (!found) throw new FolderError(noManifest(path));
  return jsonOf(found[1] ?? found[2], path);
}

const fromReport = (manifest: unknown, path: string): Named[] =>
  ((manifest as Partial<Manifest> | null)?.arms ?? []).map((arm) => fromManifest(arm, path));

/** A scenario kept in full; its hash says that nobody changed it since. */
function fromManifest(data: unknown, path: string): Named {
  const { scenario, hash, provenance = {}, from, called } = (data ?? {}) as Partial<Manifest["arms"][number]>;
  if (scenario && hash === fingerprint(scenario)) return { scenario, provenance, from, called };
  throw new FolderError(otherScenario(path));
}
