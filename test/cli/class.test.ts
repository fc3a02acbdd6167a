import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { doorFlags } from "../../cli/class/address.ts";
import { lockFile } from "../../cli/folder/lock.ts";
import type { Options } from "../../cli/verb.ts";
import { openLog, readLog } from "../../server/log.ts";
import { pricewar, pricewarProcess } from "../support/cli.ts";
import { classroom, KEY, opening, plan } from "../support/classroom.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pricewar-class-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => pricewar(words, { cwd: folder });

describe("pricewar class", () => {
  test("refuses what it cannot open, in words, and leaves no log behind", async () => {
    for (const [words, said] of [
      [["bertrnd"], /no game or scenario “bertrnd”.*bertrand/],
      [["bertrand", "--seats", "nobody"], /nobody can play “nobody”.*amber/],
      [["bertrand", "--seats", "amber,birch,amber"], /--seats names “amber” twice/],
      [["bertrand", "--markets", "0"], /--markets 0: expected a whole number from 1 to 60/],
      [["bertrand", "--show", "some"], /--show some: expected own, prices, all/],
      [["bertrand", "--base-url", "school"], /--base-url school: expected an address/],
      [["--results", "x.csv"], /--results needs --resume/],
    ] as const) {
      const { code, stderr } = await run("class", ...words);
      expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says that its port is taken, and leaves no log behind", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await run("class", "bertrand", "--port", String(port), "--log", "taken.jsonl");
    other.close();
    expect([code, stderr]).toEqual([2, expect.stringContaining(String(port))]);
    expect(existsSync(join(folder, "taken.jsonl"))).toBe(false);
  });

  test("prints a game's plan for teachers in the language asked for", async () => {
    const [en, zh] = [
      await run("class", "deep-pockets", "--plan"),
      await run("class", "deep-pockets", "--plan", "--lang", "zh"),
    ];
    expect(en.stdout).toMatch(/^# Deep pockets/);
    expect(zh.stdout).toMatch(/^# 财力比拼/);
  });

  test("makes a row a decision of a kept class, as CSV and Excel, with the fingerprints the class had", async () => {
    const { room, log, phone, board } = classroom(plan());
    const [ann, teacher] = [await phone("Ann"), await board()];
    await teacher.send({ say: "order", id: 1, order: { do: "next" } });
    const decisions = { prices: { p: { input: 1.5, output: 1.5 } } };
    await ann.send({ say: "decide", page: "a", sent: 1, turn: 1, decisions });
    await expect.poll(() => room.state.phase, { interval: 5, timeout: 20_000 }).toBe("results");
    await room.settled();
    const file = await openLog(join(folder, "kept.jsonl"), { events: [], bytes: 0 });
    await Promise.all(log.events.map((e) => file.append(e)));
    await file.close();
    const csv = await run("class", "--resume", "kept.jsonl", "--results", "kept.csv", "--json");
    expect(JSON.parse(csv.stdout).fingerprints).toEqual([room.computed[0].digest!.fingerprint]);
    const rows = readFileSync(join(folder, "kept.csv"), "utf8").split("\r\n").slice(0, -1);
    expect(rows[0]).toBe("\ufeffmarket,treatment,round,from,vendor,team,by,decision,currency,price,share,profit");
    expect(rows[1]).toMatch(/^1,,1,2024-01-01,amber,Ann,team,"\{""prices"".*\}",CNY,1\.5,0\.9\d+,[\d.]+$/);
    expect(rows.slice(2).map((row) => row.split(",")[6])).toEqual(["bot", "bot", "bot"]);
    await run("class", "--resume", "kept.jsonl", "--results", "kept.xlsx");
    const sheet = await readXlsxFile(join(folder, "kept.xlsx"));
    expect(JSON.stringify(sheet)).toContain("Ann");
    expect(sheet[1].data.map(([name]) => name)).toEqual(rows[0].slice(1).split(","));
    expect(readLog(join(folder, "kept.jsonl")).events).toEqual(log.events);
    expect(rows.join("")).not.toContain(KEY);
  });

  test("says that a log is missing, and makes none", async () => {
    const { code, stderr } = await run("class", "--resume", "missing.jsonl");
    expect([code, stderr]).toEqual([2, expect.stringContaining("missing.jsonl: no such file")]);
    expect(existsSync(join(folder, "missing.jsonl"))).toBe(false);
  });

  test("leaves a log alone that another server writes, and takes it once that one is gone", async () => {
    writeFileSync(join(folder, "mine.jsonl"), "{}\n");
    const unlock = lockFile(join(folder, "mine.jsonl"));
    const resumed = () => pricewarProcess(["class", "--resume", "mine.jsonl"], { cwd: folder });
    expect(await resumed()).toMatchObject({ code: 2, stderr: expect.stringContaining("is written by process") });
    unlock();
    expect((await resumed()).stderr).toContain("mine.jsonl:1");
    expect(existsSync(join(folder, "mine.jsonl.lock"))).toBe(false);
  });

  test("names the line of a log that is none", async () => {
    writeFileSync(join(folder, "broken.jsonl"), "{}\n");
    const { code, stderr } = await run("class", "--resume", "broken.jsonl");
    expect([code, stderr]).toEqual([2, expect.stringContaining("broken.jsonl:1")]);
  });

  test("names the line of a record that does not follow, and says how to go on with what came before", async () => {
    const file = await openLog(join(folder, "odd.jsonl"), { events: [], bytes: 0 });
    const stranger = {
      kind: "decide",
      at: 2,
      player: "nobody",
      page: "a",
      sent: 1,
      market: 0,
      vendor: "amber",
    } as const;
    await Promise.all([opening(), { ...stranger, decisions: {} }].map((e) => file.append(e)));
    await file.close();
    for (const odd of ["", "toString", "open"]) {
      const [first, second] = readFileSync(join(folder, "odd.jsonl"), "utf8").split("\n");
      const kind = odd === "" ? second : second.replace('"decide"', `"${odd}"`);
      writeFileSync(join(folder, "odd2.jsonl"), `${first}\n${kind}\n`);
      const { code, stderr } = await run("class", "--resume", "odd2.jsonl");
      expect([code, stderr]).toEqual([2, expect.stringMatching(/odd2\.jsonl:2: .*delete line 2/)]);
    }
  });

  test("says how to go on at the same address: phones look for the class where it was", () => {
    const flags = doorFlags({ lan: true, port: "4190", baseUrl: "https://school.example/x/" } as unknown as Options);
    expect(flags).toBe(" --lan --port 4190 --base-url https://school.example/x/");
    expect(doorFlags({} as unknown as Options)).toBe("");
  });
});

describe("pricewar pack", () => {
  test("writes one page, or a package whose manifest names its edition, and never over a file", async () => {
    expect((await run("pack", "why-undercut")).code).toBe(0);
    expect((await run("pack", "why-undercut")).code).toBe(2);
    const page = readFileSync(join(folder, "why-undercut.html"), "utf8");
    expect(/<script src|<link rel="stylesheet"/.test(page)).toBe(false);
    for (const [edition, version] of [
      ["scorm12", "1.2"],
      ["scorm2004", "2004 4th Edition"],
    ]) {
      const seat = edition === "scorm12" ? ["--game"] : ["--seat", "amber"]; // no lesson has seats
      await run("pack", "tacit-collusion", ...seat, "--format", edition);
      const files = unzipSync(readFileSync(join(folder, `tacit-collusion-${edition}.zip`)));
      expect(Object.keys(files)).toEqual(["imsmanifest.xml", "index.html"]);
      const manifest = new TextDecoder().decode(files["imsmanifest.xml"]);
      expect(manifest).toContain(`<schemaversion>${version}</schemaversion>`);
      expect(manifest).toContain("默契合谋 / Tacit collusion");
    }
  });

  test("refuses what is neither lesson nor game, and a seat nobody plays", async () => {
    const [none, seat] = [await run("pack", "nothing"), await run("pack", "bertrand", "--seat", "zhipu")];
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringMatching(/no lesson or game “nothing”.*why-undercut.*bertrand/),
    ]);
    expect([seat.code, seat.stderr]).toEqual([2, expect.stringMatching(/nobody can play “zhipu”.*amber/)]);
  });
});
