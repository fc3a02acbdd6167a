import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { architectureIds, findArchitecture, findGpu, gpuIds } from "../../engine/index.ts";
import { countParameters, kvElements } from "../../engine/costs/inference.ts";
import { ARCHITECTURES } from "../../engine/costs/catalogue.generated.ts";
import { CATALOGUE, catalogueSource } from "../../scripts/catalogue.ts";
import { factsText } from "../support/facts.ts";

const CONFIDENCE = ["seed", "public-verified", "unverified"];

describe("architectures and accelerators", () => {
  const architectures = JSON.parse(factsText("architectures.json")).architectures;
  const gpus = JSON.parse(factsText("gpus.json")).gpus;

  test("carry a source and a confidence each", () => {
    for (const [id, fact] of [...Object.entries(architectures), ...Object.entries(gpus)]) {
      const {
        source,
        confidence,
        confidenceByField = {},
      } = fact as { source: string; confidence: string; confidenceByField?: Record<string, string> };
      expect(source, id).toMatch(/\S/);
      for (const word of [confidence, ...Object.values(confidenceByField)]) expect(CONFIDENCE, id).toContain(word);
      if (confidence !== "unverified") expect(source, id).not.toMatch(/^unverified/);
    }
  });
  test("give the parameter and cache counts that the engine derives from their dimensions", () => {
    for (const a of ARCHITECTURES) {
      const fact = architectures[a.id];
      const { total, active } = countParameters(a);
      // The source of Mixtral's count leaves its routers out, 0.002 %.
      expect(Math.abs(total / fact.paramsTotalComputed - 1), a.id).toBeLessThan(
        a.id === "mixtral-8x22b" ? 3e-5 : 1e-12,
      );
      if (fact.paramsActiveComputed) expect(active, a.id).toBe(fact.paramsActiveComputed);
      expect(kvElements(a.attention, a.layers), a.id).toBe(fact.kvElementsPerToken);
    }
  });
  test("go by names that mean one thing each", () => {
    for (const names of [architectureIds, gpuIds]) expect(new Set(names).size).toBe(names.length);
    for (const id of architectureIds) expect(findArchitecture(id)).toBeDefined();
    for (const id of gpuIds) expect(findGpu(id)).toBeDefined();
    expect(findArchitecture("deepseek-r1")).toBe(findArchitecture("deepseek-v3"));
  });
  test("are what the engine's catalogue was made from", () => {
    expect(readFileSync(CATALOGUE, "utf8")).toBe(catalogueSource());
  });
});
