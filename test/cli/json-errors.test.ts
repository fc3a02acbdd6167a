import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verbs } from "../../cli/verbs/index.ts";
import { pricewar } from "../support/cli.ts";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "pricewar-json-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program reads: the one object on stdout. */
async function answerTo(words: readonly string[]) {
  const { code, stdout, stderr } = await pricewar([...words, "--json"], { cwd: folder });
  expect(stdout.trimEnd().split("\n")).toHaveLength(1);
  return { code, stderr, answer: JSON.parse(stdout) as { error: Record<string, unknown> } };
}

describe("with --json a refusal is one object on stdout, the same words as on stderr", () => {
  test.each(verbs.map(({ name }) => name))("%s", async (verb) => {
    const { code, stderr, answer } = await answerTo([verb, "nosuch", "--zzz"]);
    const message = "error: unknown option '--zzz'";
    expect([code, answer]).toEqual([2, { error: { kind: "refused", exit: 2, message, where: [] } }]);
    expect(stderr).toBe(`${message}\n`);
  });

  test("for what each verb finds wrong by itself", async () => {
    // Each of these names something that has to be there.
    for (const { name, args } of verbs.filter((verb) => verb.args.startsWith("<") && verb.name !== "new")) {
      const count = args.split("<").length - 1;
      const { code, answer } = await answerTo([name, ...Array.from({ length: count }, () => "nosuch/nosuch")]);
      expect([name, code, answer.error.kind]).toEqual([name, 2, "refused"]);
    }
  });

  test("faults of a file say where they stand", async () => {
    writeFileSync(join(folder, "bad.yaml"), "extends: textbook-logit\nid: bad\ndemand: {mu: -1}\n");
    const { answer, stderr } = await answerTo(["check", "bad.yaml"]);
    const [where] = answer.error.where as Record<string, unknown>[];
    expect(where).toMatchObject({ file: "bad.yaml", line: 3, column: 14, path: "demand.mu" });
    expect(String(where.message)).toMatch(/out of bounds/);
    expect(stderr.trimEnd()).toBe(answer.error.message);
  });

  test("in the language asked for", async () => {
    const { answer } = await answerTo(["run", "--lang", "zh"]);
    expect(answer.error.message).toBe("缺少参数 scenario");
  });

  test("help and results are none", async () => {
    expect((await pricewar(["list", "--help", "--json"])).stdout).toMatch(/^Usage/);
    expect(JSON.parse((await pricewar(["list", "events", "--json"])).stdout)).not.toHaveProperty("error");
  });
});

test("without --json nothing but results goes to stdout", async () => {
  expect(await pricewar(["run", "nosuch"])).toMatchObject({ code: 2, stdout: "" });
});
