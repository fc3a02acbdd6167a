import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main, pricewarProcess as pricewar } from "../support/cli.ts";
import { hashes, writeTextbookDesign } from "../support/experiments.ts";
import { freePort, Processes, until } from "../support/queue.ts";

let processes: Processes;
let folder: string;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-queue-"));
  processes = new Processes(folder);
  const port = await freePort();
  url = `redis://127.0.0.1:${port}`;
  await processes.redis(port);
  writeTextbookDesign(folder, 60, { agents: 40_000 });
});
afterAll(() => {
  processes.endAll();
  rmSync(folder, { recursive: true, force: true });
});

/** A folder of modules, and the place of this package in it. */
function makeModules(at: string): string {
  mkdirSync(join(at, "node_modules"));
  return join(at, "node_modules/pricewar");
}

const worker = () => processes.worker(url);

describe("runs through a queue", () => {
  test("two workers, one killed -9 half way, give the bytes of a local run; the other stops gracefully", async () => {
    const local = await pricewar(["sweep", "design.yaml", "--out", "local", "--quiet"], { cwd: folder });
    expect(local.code).toBe(0);
    const [doomed, steady] = await Promise.all([worker(), worker()]);
    const sweep = pricewar(["sweep", "design.yaml", "--out", "queued", "--backend", url, "--quiet"], { cwd: folder });
    const parts = join(folder, "queued/parts");
    while (!existsSync(parts) || readdirSync(parts).length < 15)
      await new Promise((resolve) => setTimeout(resolve, 10));
    doomed.kill("SIGKILL");
    expect(existsSync(join(folder, "queued/summary.json"))).toBe(false); // half way indeed
    const { code, stderr } = await sweep;
    expect(stderr).toBe("Results are in queued\n");
    expect(code).toBe(0);
    expect(hashes(join(folder, "queued"))).toEqual(hashes(join(folder, "local")));
    const said = until(steady, /\d+ runs done/);
    steady.kill("SIGTERM");
    expect(Number(/(\d+) runs done/.exec(await said)![1])).toBeGreaterThan(20);
  });
  test("a run that fails on every attempt is a failed run, with its reason", async () => {
    const steady = await worker();
    writeTextbookDesign(folder, 2);
    writeFileSync(
      join(folder, "broken.mjs"),
      `export default {
  id: "broken",
  label: { en: "Broken", zh: "损坏" },
  description: { en: "Fails.", zh: "总是失败。" },
  parameters: {},
  example: {},
  remember: () => null,
  decide: () => { throw new Error("out of order"); },
};`,
    );
    const plugin = ["--plugin", "broken.mjs", "--set", "vendors.a.strategy.kind=broken"];
    const args = ["sweep", "design.yaml", ...plugin, "--out", "absent", "--backend", url, "--quiet"];
    const { code, stdout, stderr } = await pricewar(args, { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/2 runs failed/);
    expect(stdout).toMatch(/out of order/);
    steady.kill("SIGTERM");
  });
});

describe("a queue seen from outside", () => {
  const flags = () => ["--backend", url, "--quiet"];
  test("a sweep without workers says so, status tells how far it is, and the plugin travels along", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "pricewar-elsewhere-")); // its worker never sees this folder
    writeTextbookDesign(elsewhere, 40, { agents: 2000 });
    writeFileSync(
      join(elsewhere, "carried.mjs"),
      `import { scaled } from "pricewar/engine";
export default {
  id: "carried",
  label: { en: "Carried", zh: "随行" },
  description: { en: "Cuts once.", zh: "降一次价。" },
  parameters: {},
  example: {},
  remember: () => ({ done: false }),
  decide: (view, _, memory) => {
    if (memory.done) return [];
    memory.done = true;
    return view.own.map((p) => ({ product: p.index, to: scaled(p.tariff, 0.9), because: "carried" }));
  },
};`,
    );
    const plugin = ["--plugin", "carried.mjs", "--set", "vendors.a.strategy.kind=carried"];
    symlinkSync(join(import.meta.dirname, "../.."), makeModules(elsewhere), "junction");
    const local = await pricewar(["sweep", "design.yaml", ...plugin, "--out", "local", "--quiet"], { cwd: elsewhere });
    expect([local.code, local.stderr]).toEqual([0, "Results are in local\n"]);
    const there = new Processes(elsewhere);
    const sweep = [main, "sweep", "design.yaml", ...plugin, "--out", "queued", ...flags()];
    const child = there.start(process.execPath, sweep);
    await until(child, /No worker waits at this queue yet/);
    const { stdout } = await pricewar(["status", "--backend", url, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ workers: 0, sweeps: [{ label: "Textbook", runs: 0 }] });
    rmSync(join(elsewhere, "carried.mjs"));
    const steady = await worker();
    await new Promise((resolve) => child.once("exit", resolve));
    steady.kill("SIGTERM");
    expect(hashes(join(elsewhere, "queued"))).toEqual(hashes(join(elsewhere, "local")));
    there.endAll();
    rmSync(elsewhere, { recursive: true });
  });
  test("a plugin that needs another file is refused before any run, with what it needs", async () => {
    writeFileSync(join(folder, "helper.mjs"), "export const x = 1;");
    writeFileSync(
      join(folder, "two.mjs"),
      `import { x } from "./helper.mjs";
export default { id: "two", label: { en: "T", zh: "二" }, description: { en: "T.", zh: "二。" }, parameters: {},
  example: {}, remember: () => null, decide: () => (x ? [] : []) };`,
    );
    writeTextbookDesign(folder, 2);
    const { code, stderr } = await pricewar(["sweep", "design.yaml", "--plugin", "two.mjs", ...flags()], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/two\.mjs imports \.\/helper\.mjs/);
  });
});

describe("without a queue", () => {
  test("an unreachable Redis is said within seconds, without its password", async () => {
    const port = await freePort();
    const address = `redis://user:secret@127.0.0.1:${port}`;
    for (const args of [["worker"], ["sweep", "design.yaml"]]) {
      const { code, stderr } = await pricewar([...args, "--backend", address], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toMatch(/cannot reach redis:\/\/user:\*\*\*@127\.0\.0\.1:\d+\/?: nothing answers there/);
      expect(stderr).not.toMatch(/secret|\n\s+at /);
    }
  });
  test("an address that is none is refused", async () => {
    const { code, stderr } = await pricewar(["worker", "--backend", "http://x"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/expected local or redis/);
  });
});
