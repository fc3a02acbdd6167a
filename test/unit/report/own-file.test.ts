import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openSources } from "../../../cli/report/sources.ts";
import type { Options } from "../../../cli/verb.ts";
import { toldApart } from "../../../report/document/arm-names.ts";
import { differences } from "../../../report/document/differences.ts";
import { textOf } from "../../../report/document/sentence.ts";

const file = join(mkdtempSync(join(tmpdir(), "own-")), "mine.yaml");
const opened = (more: string, set: readonly string[] = []) => {
  writeFileSync(file, `extends: china-2024\nid: mine\n${more}\nevents:\n  - ${EVENT}\n`);
  return openSources([file, "china-2024"], { set } as unknown as Options);
};
const EVENT = "{date: 2024-08-19, kind: price, product: deepseek.v2, price: {input: 0.5 CNY/Mtok, output: 1 CNY/Mtok}}";

it("a file is held against what it extends, set over or not, and is named by its changes", () => {
  const [mine, base] = opened("");
  expect([mine.from?.id, base.from]).toEqual(["china-2024", undefined]);
  const told = differences(mine.scenario, mine.from!, "en").map(textOf);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/DeepSeek-V2.*19 Aug 2024/);
  expect(toldApart([mine, base])[0].scenario.title.en).toBe("China 2024 with 1 change");
  expect(opened("", ["demand.agents=300"])[0].from?.demand.agents).toBe(base.scenario.demand.agents);
});

it("a title of its own stays", () => {
  const [mine] = toldApart(opened("title: {en: A cut in August, zh: 八月降价}"));
  expect([mine.scenario.title.en, mine.scenario.id]).toEqual(["A cut in August", "mine"]);
});
