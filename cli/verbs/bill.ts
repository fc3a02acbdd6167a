import {
  dayNumber,
  type Language,
  METERS,
  type OpenHours,
  type PlanBill,
  planBill,
  productBill,
  readDate,
  type Scenario,
  say,
  segmentsOf,
} from "../../engine/index.ts";
import { readNumber, unknownName } from "../../engine/authoring.ts";
import { amount, listPrice, money, number, percent, priceUnit } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { type Day, openDay } from "../equilibrium/day.ts";
import { print, printJson, progressLine } from "../io.ts";
import { planBillText } from "./plan-bill.ts";
import { currencyFlag } from "../currency-flag.ts";
import { shownAsAsked, shownAt } from "../reader-money.ts";
import { inFile } from "../problem-words.ts";
import { openAloud } from "../scenario.ts";
import { plainTable } from "../terminal.ts";
import { type Options, UsageError, type Verb } from "../verb.ts";
import * as words from "./bill-words.ts";

const INPUT = {
  en: "input tokens of the work; of a month under a plan or terms by volume (default 10 Mtok)",
  zh: "输入 token（默认 10 Mtok）；有套餐或用量条款时为一个月的用量",
};
const OUTPUT = { en: "output tokens of the work (default 2 Mtok)", zh: "输出 token（默认 2 Mtok）" };

export const bill: Verb = {
  uses: ["set", "plugin", "seed", "agents"],
  flags: [
    ["--segment <segment>", { en: "whose traffic it is (default: the first)", zh: "谁的用量（默认第一个用户群）" }],
    ["--input <tokens>", INPUT],
    ["--output <tokens>", OUTPUT],
    ["--date <date>", { en: "on which day (default: the scenario's first)", zh: "哪一天（默认情景第一天）" }],
    currencyFlag,
  ],
  example: "pricewar bill china-2024 zhipu.glm-4 --input '100 Mtok' --output '20 Mtok' --date 2024-06-30",
  async run([name, product], options) {
    const { scenario } = openAloud(name, options);
    const { lang } = options;
    const shown = shownAsAsked(options, scenario);
    const { currency } = shown.scenario;
    const segments = Object.keys(segmentsOf(scenario));
    const segment = String(options.segment ?? segments[0]);
    if (!segments.includes(segment)) throw new UsageError(unknownName(words.SEGMENT, segment, segments));
    const ids = billable(scenario);
    if (!ids.includes(product)) throw new UsageError(unknownName(words.PRODUCT, product, ids));
    const work = { input: tokens("input", options, 10), output: tokens("output", options, 2) };
    if (work.input + work.output === 0) throw new UsageError(words.NO_WORK);
    const line = progressLine(say(scenario.title, lang), options.quiet, lang);
    const at = options.date === undefined ? undefined : String(options.date);
    const day = openDay(scenario, { at, seed: options.seed, flag: "--date" }, line.update);
    line.end();
    refuseUnsold(day, product, segment);
    const date = readDate(at ?? day.at) ?? day.at; // a day within a tick: holidays and promotions know it
    const question = { product, segment, work, day: dayNumber(date) };
    const plan = planBill(day.model, day.market, question);
    if (plan) return printPlan({ plan, product, segment, date, scenario }, { ...shown, lang }, options.json === true);
    const bill = productBill(day.model, day.market, question);
    const found = billIn(bill, shown.rate);
    if (options.json) return printJson({ product, segment, date, work, currency, ...found });
    const who = `${vendorName(scenario, product.split(".")[0], lang)} ${productName(scenario, product, lang)}`;
    const label = say(segmentsOf(scenario)[segment].label, lang);
    print(
      say(words.title, lang)({ who, label, date, share: found.list > 0 ? percent(found.total / found.list) : null }),
    );
    print(billTable(found, { hours: hoursOf(day, product), currency, lang }));
    print(say(words.task, lang)(money(found.perTask, currency, lang)));
    if (found.quota)
      print(say(words.quotaLeft, lang)(number(found.quota.tokens), say(words.WINDOWS[found.quota.window], lang)));
    if (shown.rate !== 1) print(`\n${say(shownAt(shown, scenario.currency), lang)}`);
  },
};

/** What has a bill: products, and the models that a plan gives access to. */
const billable = ({ vendors }: Scenario): string[] =>
  Object.entries(vendors).flatMap(([v, { products }]) =>
    Object.entries(products).flatMap(([id, { plan }]) => [
      `${v}.${id}`,
      ...(plan?.covers ?? []).map((model) => `${v}.${id}.${model.product}`),
    ]),
  );

interface Planned {
  readonly plan: PlanBill;
  readonly product: string;
  readonly segment: string;
  readonly date: string;
  readonly scenario: Scenario;
}

function printPlan(
  { plan, product, segment, date, scenario }: Planned,
  { rate, lang, scenario: { currency } }: { rate: number; lang: Language; scenario: Pick<Scenario, "currency"> },
  json: boolean,
): void {
  if (json) {
    const { fee, overage, tax, total, ...rest } = plan;
    const amounts = { fee: fee * rate, overage: overage * rate, tax: tax * rate, total: total * rate };
    return printJson({ product, segment, date, currency, plan: { ...rest, ...amounts } });
  }
  print(`${product}, ${say(segmentsOf(scenario)[segment].label, lang)}, ${date}`);
  print(planBillText(plan, { currency, rate, lang }));
}

type Found = ReturnType<typeof productBill>;

/** A bill in a reader's money: all of it but tokens and free use. */
const billIn = (bill: Found, rate: number): Found => ({
  ...bill,
  lines: bill.lines.map((line) => ({ ...line, price: line.price * rate, amount: line.amount * rate })),
  pieces: bill.pieces * rate,
  terms: bill.terms * rate,
  discount: bill.discount * rate,
  tax: bill.tax * rate,
  total: bill.total * rate,
  list: bill.list * rate,
  perTask: bill.perTask * rate,
});

interface Told {
  readonly hours: OpenHours | null; // of the tariff of the day
  readonly currency: string;
  readonly lang: Language;
}

function billTable({ lines, pieces, terms, discount, tax, total }: Found, { hours, currency, lang }: Told): string {
  const amountOf = (x: number) => amount(x, currency, lang);
  const table = plainTable(say(words.HEAD, lang)(priceUnit(currency, lang)), [3, 4, 5]);
  for (const { meter, above, batch, window, tokens: used, price, amount: due } of lines) {
    const label = say(METERS[meter].label, lang);
    const beyond = above > 0 ? say(words.beyond, lang)(number(above / 1000)) : "";
    const when = batch ? say(words.BATCH, lang) : windowText(hours, window, lang);
    table.push([label, beyond, when, number(used), listPrice(price, "token", lang), amountOf(due)]);
  }
  const rest = [
    [words.PIECES, pieces],
    [words.TERMS, terms],
    [words.DISCOUNT, discount],
    [words.TAX, tax],
  ] as const;
  for (const [label, due] of rest) if (due !== 0) table.push([say(label, lang), "", "", "", "", amountOf(due)]);
  table.push([say(words.TOTAL, lang), "", "", "", "", amountOf(total)]);
  return table.toString();
}

function windowText(hours: OpenHours | null, window: number, lang: Language): string {
  const span = hours?.spans[window];
  if (span) return say(words.windowOf, lang)(span.from, span.to);
  return hours ? say(words.LIST_HOURS, lang) : "";
}

const indexOf = ({ model }: Day, product: string) => model.products.findIndex(({ id }) => id === product);

const hoursOf = (day: Day, product: string) => day.market.products.tariff[indexOf(day, product)]?.hours ?? null;

/** What is not billed by the token, or not on sale that day, has no such bill. */
function refuseUnsold(day: Day, product: string, segment: string): void {
  const j = indexOf(day, product); // -1: a plan of several models, which is a product for each of them
  const models = day.model.products.filter(({ id }) => id.startsWith(`${product}.`)).map(({ id }) => id);
  if (j < 0 && models.length > 0) throw new UsageError(words.ofModels(product, models));
  const looks = day.model.segments.find(({ id }) => id === segment)!;
  const isPlan = looks.meter === "token" && looks.products.includes(j);
  if (day.model.products[j]?.meter !== "token" && !isPlan) throw new UsageError(words.notByToken(product));
  if (day.market.products.live[j] !== 1) throw new UsageError(words.notOnSale(product, day.at));
}

/** An amount of tokens with its unit: a bare number might be tokens or millions of them. */
function tokens(flag: "input" | "output", options: Options, usual: number): number {
  if (options[flag] === undefined) return usual;
  const given = String(options[flag]).trim();
  const read = readNumber(given, "Mtok", undefined, (why) => {
    throw new UsageError(inFile(`--${flag} ${given}`, why));
  });
  if (read === null || read < 0 || (read > 0 && /\d$/.test(given))) throw new UsageError(words.noTokens(flag, given));
  return read;
}
