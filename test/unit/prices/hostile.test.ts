import { expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import { csvOf } from "../../../prices/csv.ts";
import { planOf } from "../../../prices/plan.ts";
import { previewOf } from "../../../prices/preview.ts";
import { readPriceFile, readPrices } from "../../../prices/read.ts";
import { scenarioTextOf } from "../../../prices/scenario-text.ts";
import { library, libraryText } from "../../support/scenarios.ts";

const HEAD = "vendor,model,input,output,currency,date,context_above";
const read = (...rows: string[]) => readPrices([HEAD, ...rows].join("\n"))!;
const today = library("today");
const left = (file: ReturnType<typeof read>) => planOf(file, today).skipped.map(({ at, why }) => `${at}: ${why.en}`);

/** The scenario that comes of a file has to read, whatever the file holds. */
function opens(file: ReturnType<typeof read>) {
  const { format, licence } = file;
  const asked = { id: "mine", base: "today", file: "p.csv", format, licence, alone: false };
  return readScenario(scenarioTextOf(planOf(file, today), today, asked), { file: "m.yaml", resolve: libraryText });
}

test("names are one line of text that can be seen, however they were written", () => {
  const file = read(
    'A\u001B[31m\u202EB,"c\nd\u0007",1,2,USD,,',
    `Z,${"x".repeat(5000)},1,2,USD,,`,
    '"- z",\'# q: {,1,2,USD,,',
  );
  expect(file.rows.map((r) => [r.vendor, r.model.slice(0, 6), r.model.length])).toEqual([
    ["A [31mB", "c d", 3],
    ["Z", "xxxxxx", 120],
    ["- z", "'# q: ", 7],
  ]);
  expect(opens(file).scenario.vendors.z.products).toBeDefined();
});
test("names that programs have for themselves are names", () => {
  const { vendors } = opens(read("__proto__,constructor,1,2,USD,,", "OpenAI,__proto__,1,2,USD,,")).scenario;
  const lists = [Object.entries(vendors.proto.products), Object.entries(vendors.openai.products).slice(-1)].flat();
  expect(lists.map(([id, { price }]) => [id, price.input])).toEqual([
    ["constructor", 1],
    ["proto", 1],
  ]);
});
test("of rows that say the same day twice the first holds, the others are named", () => {
  const row = "OpenAI,GPT-6 Luna,1,2,USD,2027-02-01,";
  expect(left(read(row, row, "OpenAI,GPT-6 Luna,5,9,USD,2027-02-01,"))).toEqual([
    "3: another row of the same product holds from that day",
    "4: another row of the same product holds from that day",
  ]);
});
test("lengths of prompts are read as people write them; what is none is named", () => {
  const base = "OpenAI,GPT-6 Luna,1,2,USD,,";
  const steps = ["32k", "3.2万", "128000", "-5", "1e99", "abc"].map((above) => `OpenAI,GPT-6 Luna,2,3,USD,,${above}`);
  const file = read(base, ...steps);
  expect(file.rows[0].steps.map(({ above }) => above)).toEqual([32_000, 128_000]);
  expect(left(file)).toEqual([
    "6: “-5” is no length of a prompt",
    "7: “1e99” is no length of a prompt",
    "8: “abc” is no length of a prompt",
    "4: another step of the same length",
  ]);
  expect(opens(file).scenario.vendors.openai.products.luna.tariff?.brackets?.steps.length).toBe(2);
});
test("a unit the wrong way round is asked about where the price is another by a factor of hundreds", () => {
  const file = readPrices(
    "厂商,模型,输入（元/千tokens）,输出（元/千tokens）\n智谱,GLM-5.3,8,28\n腾讯,Hy4,0.006,0.018",
  )!;
  const { rows } = previewOf(file, planOf(file, today), "zh");
  expect(rows.map((cells) => cells.at(-1)!.includes("单位对吗"))).toEqual([true, false]);
});
test("300,000 rows are ten thousand that are read and a count of the rest, in seconds", () => {
  const rows = Array.from({ length: 300_000 }, (_, k) => `OpenAI,GPT-6 Luna,${k + 1},2,USD,,`);
  const start = performance.now();
  const { planned, skipped } = planOf(readPrices([HEAD, ...rows].join("\n"))!, today);
  expect(performance.now() - start).toBeLessThan(15_000);
  expect([planned.length, skipped.some(({ name }) => name === "+290000")]).toEqual([1, true]);
});
test("an archive that is no workbook, and what is no text at all, are no price files", async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(await readPriceFile(bytes("PK\u0003\u0004garbage"))).toBeNull();
  expect(await readPriceFile(Uint8Array.from({ length: 5000 }, (_, k) => k % 256))).toBeNull();
  expect(readPrices("[".repeat(100_000))).toBeNull();
});
test("a name that begins as a formula is a text in the table that is written", () => {
  const csv = csvOf(read('=cmd|calc,"=HYPERLINK(""http://x"")",1,2,USD,,').rows);
  expect(csv).not.toMatch(/(^|,)"?=/m);
});
