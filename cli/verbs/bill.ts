import { METERS, priceOf, productBill, readDate, say, segmentsOf } from "../../engine/index.ts";
import { readNumber, unknownName } from "../../engine/authoring.ts";
import { listPrice, money, number, percent, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { print, printJson } from "../io.ts";
import { currencyFlag, shownAsAsked, withRate } from "../reader-money.ts";
import { openAloud } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { UsageError, type Verb } from "../verb.ts";
import { BATCH, beyond, HEAD, LIST_HOURS, PIECES, task, TERMS, TOTAL, title, windowOf } from "./bill-words.ts";

export const bill: Verb = {
  uses: ["set", "plugin"],
  flags: [
    ["--segment <segment>", { en: "whose traffic it is (default: the first)", zh: "谁的用量（默认第一个用户群）" }],
    ["--input <tokens>", { en: "input tokens of the work (default 10 Mtok)", zh: "输入 token（默认 10 Mtok）" }],
    ["--output <tokens>", { en: "output tokens of the work (default 2 Mtok)", zh: "输出 token（默认 2 Mtok）" }],
    ["--date <date>", { en: "on which day (default: the scenario's first)", zh: "哪一天（默认情景第一天）" }],
    currencyFlag,
  ],
  example: "pricewar bill china-2024 zhipu.glm-4 --input '100 Mtok' --output '20 Mtok'",
  async run([name, product], options) {
    const { scenario } = openAloud(name, options);
    const { lang } = options;
    const segments = Object.keys(segmentsOf(scenario));
    const segment = String(options.segment ?? segments[0]);
    if (!segments.includes(segment)) throw new UsageError(unknownName(SEGMENT, segment, segments));
    const ids = Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
      Object.keys(products).map((p) => `${v}.${p}`),
    );
    if (!ids.includes(product)) throw new UsageError(unknownName(PRODUCT, product, ids));
    const work = { input: tokens("--input", options.input ?? "10"), output: tokens("--output", options.output ?? "2") };
    const date = readDate(options.date ?? scenario.clock.start);
    if (date === null) throw new UsageError(NO_DATE);
    const shown = shownAsAsked(options, scenario);
    const { currency } = shown.scenario;
    const found = billIn(productBill(scenario, { product, segment, date, work }), shown.rate);
    if (options.json) return printJson({ product, segment, date, work, currency, ...found });
    const { tariff, price } = productOf(shown.scenario, product);
    const table = plainTable(say(HEAD, lang)(priceUnit(currency, lang)), [3, 4, 5]);
    for (const line of found.lines) {
      const when = line.batch ? say(BATCH, lang) : windowText(tariff?.hours?.windows[line.window]);
      table.push([
        say(METERS[line.meter].label, lang),
        line.above > 0 ? say(beyond, lang)(number(line.above / 1000)) : "",
        when,
        number(line.tokens),
        listPrice(line.price, "token", lang),
        money(line.amount, currency, lang),
      ]);
    }
    const rest = [
      [PIECES, found.pieces],
      [TERMS, found.terms],
      [TOTAL, found.total],
    ] as const;
    for (const [label, amount] of rest)
      if (amount !== 0) table.push([say(label, lang), "", "", "", "", money(amount, currency, lang)]);
    const listed = work.input * priceOf(price).input + work.output * priceOf(price).output;
    const who = `${vendorName(scenario, product.split(".")[0], lang)} ${productName(scenario, product, lang)}`;
    const label = say(segmentsOf(scenario)[segment].label, lang);
    print(say(title, lang)({ who, label, date, share: percent(found.total / listed) }));
    print(table.toString());
    print(withRate(say(task, lang)(money(found.perTask, currency, lang)), shown, scenario, lang));

    function windowText(window: { readonly from: number; readonly to: number } | undefined): string {
      if (window) return say(windowOf, lang)(window.from, window.to);
      return tariff?.hours ? say(LIST_HOURS, lang) : "";
    }
  },
};

const billIn = (bill: ReturnType<typeof productBill>, rate: number): typeof bill => ({
  ...bill,
  lines: bill.lines.map((line) => ({ ...line, price: line.price * rate, amount: line.amount * rate })),
  pieces: bill.pieces * rate,
  terms: bill.terms * rate,
  total: bill.total * rate,
  perTask: bill.perTask * rate,
});

const SEGMENT = { en: "segment", zh: "用户群" };
const PRODUCT = { en: "product", zh: "产品" };
const NO_DATE = { en: "--date: expected a date, like 2024-05-15", zh: "--date：应为日期，例如 2024-05-15" };

function productOf({ vendors }: Parameters<typeof segmentsOf>[0] & { readonly vendors: Vendors }, id: string) {
  const at = id.indexOf(".");
  return vendors[id.slice(0, at)].products[id.slice(at + 1)];
}
type Vendors = ReturnType<typeof openAloud>["scenario"]["vendors"];

function tokens(flag: string, given: unknown): number {
  const read = readNumber(String(given), "Mtok");
  if (read !== null && read >= 0) return read;
  const { en, zh } = { en: "expected tokens, like 5 Mtok", zh: "应为 token 数，例如 5 Mtok" };
  throw new UsageError({ en: `${flag}: ${en}`, zh: `${flag}：${zh}` });
}
