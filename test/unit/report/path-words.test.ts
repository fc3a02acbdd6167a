import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import { mechanisms, tariffMechanisms } from "../../../engine/index.ts";
import { pathName } from "../../../report/document/path-words.ts";
import { library, libraryText } from "../../support/scenarios.ts";

const ids = readdirSync(join(import.meta.dirname, "../../../scenarios/library")).map((f) => f.replace(".yaml", ""));
/** Steps of a path: what no reader should have to see. */
const CODE = /[a-z]\.[a-z]|\*|[a-z]{3,}[A-Z][a-z]{3,}(?!\w*\d)/;

it.each(ids)("every parameter of %s has a name of its own in both languages, no path", (id) => {
  const { scenario, provenance } = readScenario(libraryText(id).text, { ...libraryText(id), resolve: libraryText });
  const names = Object.values(scenario.vendors).flatMap((v) => [
    v.name.en,
    ...Object.values(v.products).map((p) => p.name?.en ?? ""),
  ]);
  for (const path of Object.keys(provenance)) {
    const [en, zh] = [pathName(path, scenario, "en"), pathName(path, scenario, "zh")];
    const own = names.reduce((text, name) => (name ? text.replace(name, "") : text), en);
    expect(own.replace(/DeepSeek|ByteDance|MiniMax|OpenAI|GPT\S*|iFlytek|xAI/g, ""), path).not.toMatch(CODE);
    expect(zh, path).toMatch(/\p{Script=Han}/u);
  }
  const named = Object.keys(provenance).map((path) => pathName(path, scenario, "en"));
  expect(named.filter((name, k) => named.indexOf(name) !== k)).toEqual([]); // each a name of its own
});

it("what mechanisms are set by has names, and so has what nobody thought of", () => {
  const scenario = library("china-2024");
  for (const m of [...mechanisms, ...tariffMechanisms])
    for (const path of m.parameters) expect(pathName(path, scenario, "en"), path).not.toMatch(CODE);
  expect(pathName("demand.agents", scenario, "en")).toBe("simulated users");
  expect(pathName("vendors.zhipu.some.newThing", scenario, "en")).toBe("Zhipu: some new thing");
  const dotted = library("china-2024-history"); // a product whose own name has a dot
  expect(pathName("vendors.bytedance.products.doubao-1.5-pro.price.input", dotted, "zh")).toMatch(/豆包.*的输入价/);
});
