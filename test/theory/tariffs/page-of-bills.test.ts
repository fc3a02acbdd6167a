import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readScenario } from "../../../engine/authoring.ts";
import {
  compile,
  dayNumber,
  type Market,
  marketAt,
  type Model,
  planBill,
  productBill,
  withAgents,
} from "../../../engine/index.ts";
import { libraryText } from "../../support/scenarios.ts";

const page = (name: string) => readFileSync(join(import.meta.dirname, "../../../docs", name), "utf8");
const scenarios = new Map(
  [...page("tariffs.md").matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => [/^id: (.*)$/m.exec(text)![1], text]),
);

/** scenario product date | segment traffic | input + output | sum | amount currency */
const CELLS = [
  "`(?<id>[\\w-]+)` `(?<product>[\\w.-]+)` (?<date>[\\d-]+)",
  "`(?<segment>\\w+)` `(?<traffic>.+?)`",
  "(?<input>[\\d.]+) \\+ (?<output>[\\d.]+)",
  "`(?<sum>[-+*/(). \\d]+)`",
  "(?<amount>[\\d.]+) (?<currency>\\w+)",
];
const ROW = new RegExp(`^\\| ${CELLS.join(" \\| ")} \\|$`, "gm");
const rowsOf = (name: string) => [...page(name).matchAll(ROW)].map(({ groups }) => groups!);

/** The market of a row on its day. */
function onDay({ id, segment, traffic, date }: Readonly<Record<string, string>>): { model: Model; market: Market } {
  const text = `extends: ./${id}.yaml\nid: bill\ndemand: {segments: {${segment}: {${traffic}}}}\n`;
  const resolve = (name: string) => {
    const posted = scenarios.get(name.replace(/^\.\/|\.yaml$/g, ""));
    return posted ? { file: name, text: posted } : libraryText(name);
  };
  const { scenario } = readScenario(text, { file: "bill.yaml", resolve });
  const few = { ...withAgents(scenario, 100), clock: { ...scenario.clock, burnInWeeks: 1 } };
  const model = compile(few, { seed: 1 });
  const days = marketAt(model, Math.floor((dayNumber(date) - model.startDay) / model.tickDays));
  let step = days.next();
  while (!step.done) step = days.next();
  return { model, market: step.value };
}

/** A sum of numbers, worked out: a row has nothing else between its ticks. */
const workedOut = (sum: string): number => Number(new Function(`return ${sum}`)());

describe("the page of bills", () => {
  test.each(rowsOf("tariffs.md").map((row) => [`${row.id} ${row.product} ${row.date}`, row] as const))(
    "%s comes to what is worked out by hand",
    (_, row) => {
      const { model, market } = onDay(row);
      const work = { input: Number(row.input), output: Number(row.output) };
      const question = { product: row.product, segment: row.segment, day: dayNumber(row.date), work };
      const { total } = planBill(model, market, question) ?? productBill(model, market, question);
      const { currency, fx } = model.scenario;
      const amount = row.currency === currency ? total : total / fx[row.currency];
      expect(amount).toBeCloseTo(workedOut(row.sum), 8);
      expect(Math.abs(workedOut(row.sum) - Number(row.amount))).toBeLessThanOrEqual(0.005 + 1e-9);
    },
  );

  test("has a bill of every scenario, the same in both languages", () => {
    expect(new Set(rowsOf("tariffs.md").map(({ id }) => id))).toEqual(new Set(scenarios.keys()));
    expect(rowsOf("tariffs.zh.md")).toEqual(rowsOf("tariffs.md"));
  });

  test("says how much of a plan's work the fee pays", () => {
    const row = rowsOf("tariffs.md").find(({ product }) => product === "bytedance.coding-lite.doubao-pro")!;
    const { model, market } = onDay(row);
    const question = { product: row.product, segment: row.segment, day: dayNumber(row.date) };
    const bill = planBill(model, market, { ...question, work: { input: 60, output: 20 } })!;
    expect(bill.included).toBeCloseTo(((40 / 3) * 365) / 84, 10);
  });
});
