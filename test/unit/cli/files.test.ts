import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import { fillWhole, FolderError, onDisk, readJson, resumably, writeWhole } from "../../../cli/folder/files.ts";
import { lockFolder } from "../../../cli/folder/lock.ts";
import { readTable, TableWriter } from "../../../cli/folder/tables.ts";
import { timeLeft } from "../../../cli/io.ts";

const folder = mkdtempSync(join(tmpdir(), "pricewar-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

describe("files appear whole or not at all", () => {
  test.runIf(process.platform === "linux")("a full disk is said in words, with what to do", () => {
    const fill = () => onDisk("runs/a", () => writeFileSync("/dev/full", "x"));
    expect(fill).toThrow(FolderError);
    expect(fill).toThrow(/runs\/a: the disk is full; free some space/);
  });
  test("that what is finished is kept is said only of what --resume goes on with", async () => {
    const full = () => {
      throw Object.assign(new Error("no"), { code: "ENOSPC" });
    };
    const plain = (work: () => Promise<unknown>) => work();
    const said = (how: typeof plain) => how(async () => onDisk("a", full)).catch((error: Error) => error.message);
    expect(await said(plain)).not.toMatch(/--resume/);
    expect(await said(resumably)).toMatch(/^a: the disk is full.*run again with --resume$/);
  });
  test("a file that the disk does not take leaves nothing next to it, and its folder is made", () => {
    writeWhole(at("new/deep/a.txt"), "a");
    expect(readFileSync(at("new/deep/a.txt"), "utf8")).toBe("a");
    mkdirSync(at("new/taken/x"), { recursive: true });
    expect(() => writeWhole(at("new/taken"), "a")).toThrow(FolderError);
    expect(readdirSync(at("new")).toSorted()).toEqual(["deep", "taken"]);
    rmSync(at("new"), { recursive: true });
  });
  test("what fails half way leaves the old file and nothing next to it", async () => {
    writeWhole(at("kept.txt"), "old");
    const broken = fillWhole(at("kept.txt"), (draft) => {
      writeFileSync(draft, "half");
      throw Object.assign(new Error("no"), { code: "ENOSPC" });
    });
    await expect(broken).rejects.toThrow(/disk is full/);
    expect(readFileSync(at("kept.txt"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["kept.txt"]);
  });
  test("a damaged file is named", async () => {
    writeFileSync(at("bad.json"), "{");
    expect(() => readJson(at("bad.json"))).toThrow(/bad.json is damaged/);
    writeFileSync(at("bad.parquet"), "PAR1 and no more");
    await expect(readTable(at("bad.parquet"))).rejects.toThrow(/bad.parquet is damaged/);
  });
});

describe("tables", () => {
  test("what is written is read again to the bit, in groups of any number, with nulls, dates and Chinese", async () => {
    const table = new TableWriter(at("t.parquet"), [
      { name: "run", type: "int" },
      { name: "day", type: "date" },
      { name: "名", type: "text" },
      { name: "x", type: "double", optional: true },
    ]);
    const rows = Array.from(
      { length: 45_001 },
      (_, k) => [k, "2024-02-29", `深度求索 ${k % 3}`, k % 7 === 0 ? null : 0.1 * k] as const,
    );
    for (const row of rows) table.add(row);
    table.close();
    const read = await readTable(at("t.parquet"));
    expect(read).toHaveLength(45_001);
    expect(read.map((r) => [r.run, r.day, r["名"], r.x])).toEqual(rows.map((r) => [...r]));
  });
});

test("two holders of one folder: the second is told who has it, and gets it once it is given up", () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(new RegExp(`in use by process ${process.pid}`));
  release();
  lockFolder(folder)();
});

test("time left is said once there is enough to go by, in units people use", () => {
  expect(timeLeft(1, 0.5, "en")).toBe("");
  expect(timeLeft(10, 0.5, "en")).toBe(", about 10 s left");
  expect(timeLeft(600, 0.25, "zh")).toBe("，约剩 30 分钟");
});
