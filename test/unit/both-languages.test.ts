import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readScenario } from "../../engine/authoring.ts";
import { inBoth } from "../../engine/index.ts";
import { type CaseFile } from "../../engine/validation.ts";

const scenarios = join(import.meta.dirname, "../../scenarios");
const text = (id: string) => ({
  file: `${id}.yaml`,
  text: readFileSync(join(scenarios, "library", `${id}.yaml`), "utf8"),
});
const namesIn = (folder: string, ending: string) =>
  readdirSync(join(scenarios, folder)).filter((f) => f.endsWith(ending));
const han = /\p{Script=Han}/u;

test("every published case is titled in Chinese too", () => {
  const cases = namesIn("validation", ".json").map(
    (f) => JSON.parse(readFileSync(join(scenarios, "validation", f), "utf8")) as CaseFile,
  );
  expect(cases.filter(({ title }) => !han.test(inBoth(title).zh)).map(({ id }) => id)).toEqual([]);
});

test("every remark on a number of the library is in Chinese too", () => {
  const mute = namesIn("library", ".yaml").flatMap((f) => {
    const { provenance } = readScenario(text(f.slice(0, -5)).text, { file: f, resolve: text });
    return Object.entries(provenance).flatMap(([path, { note }]) =>
      note && !han.test(note.zh) ? [`${f} ${path}`] : [],
    );
  });
  expect(mute).toEqual([]);
});

test("DeepSeek goes by one name in every Chinese text of the library and the backtests", () => {
  const texts = [
    ...namesIn("library", ".yaml").map((f) => `library/${f}`),
    ...namesIn("backtest", ".json").map((f) => `backtest/${f}`),
  ];
  expect(texts.filter((f) => readFileSync(join(scenarios, f), "utf8").includes("深度求索"))).toEqual([]);
});
