import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pricewar, pricewarProcess } from "../support/cli.ts";

const quick = ["--agents", "2000", "--quiet"];

describe("pricewar equilibrium", () => {
  test("prints cost, Nash and cartel by product, as promised in --json", async () => {
    const { code, stdout } = await pricewar(["equilibrium", "china-2024", "--at", "2024-04-15", "--json", ...quick]);
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({ at: "2024-04-15", converged: true });
    expect(found.residual).toBeLessThan(1e-8);
    expect(found.products.map((p: { id: string }) => p.id)).toContain("zhipu.glm-4");
    for (const p of found.products) {
      expect(p.nash).toBeGreaterThan(p.unitCost * 0.5);
      expect(p.cartel).toBeGreaterThan(p.unitCost);
      expect(p.cartel).toBeGreaterThan(p.nash * 1.01); // one owner of all has no rival to undercut
    }
  });

  test("refuses a day outside the scenario, and what is no day, with exit code 2", async () => {
    for (const at of ["2031-01-01", "June"]) {
      const { code, stderr } = await pricewar(["equilibrium", "china-2024", "--at", at, ...quick]);
      expect(code).toBe(2);
      expect(stderr).toContain(`--at ${at}`);
      expect(stderr).not.toContain("    at ");
    }
  });
});

describe("pricewar validate", () => {
  test("holds one case against the engine, by the start of its id", async () => {
    const { code, stdout } = await pricewar(["validate", "c05d", "--json", "--quiet"]);
    expect(code).toBe(0);
    const [one] = JSON.parse(stdout).cases;
    expect(one).toMatchObject({ id: "c05d_levitan_shubik_capacity", pass: true });
    expect(one.got["k=0.5.E_price"]).toBeCloseTo(one.expected["k=0.5.E_price"], 8);
    expect(one.tolerance["k=0.5.E_price"]).toBe(1e-8);
    expect(one.source).toContain("Levitan");
  });

  test("takes a case in a file of one's own, and says in Chinese what no solver covers", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pricewar-case-"));
    const file = join(folder, "case.json");
    writeFileSync(file, JSON.stringify({ id: "mine", topic: "auctions", params: {}, expected: {}, tolerance: {} }));
    const { code, stdout, stderr } = await pricewar(["validate", file, "--lang", "zh", "--quiet"]);
    rmSync(folder, { recursive: true });
    expect(code).toBe(2); // nothing was computed: no pipeline goes green on it
    expect(stdout).toContain("未涵盖");
    expect(stderr).toContain("未作任何核对");
  });

  test("heeds Ctrl-C between its steps, and prints no half of a result", async () => {
    const { code, stdout } = await pricewarProcess(["validate"], { interrupt: 200 });
    expect([code, stdout]).toEqual([130, ""]);
  });
  test("knows no other case, and says which there are, with exit code 2", async () => {
    const { code, stderr } = await pricewar(["validate", "no-such-case"]);
    expect(code).toBe(2);
    expect(stderr).toContain("c01a_logit_bertrand_symmetric");
  });
});
