import { dayNumber, type MarketEvent, readDate, type Recording, type Scenario, type Text } from "../../engine/index.ts";
import { fullName, productName } from "../../words/names.ts";
import { posted } from "./edit-moves.ts";
import { type Cut, followScript } from "./session.ts";

/** Price moves as somebody keeps them in a spreadsheet: a line a move, its cells in any order. */
interface Pasted {
  readonly cuts: readonly Cut[];
  readonly events: readonly MarketEvent[];
  readonly problems: readonly Text[];
  /** The lines that have them. */
  readonly left: readonly string[];
}

interface Market {
  readonly scenario: Scenario;
  readonly recording: Recording;
}

const FREE = /^(free|免费|0元)$/i;
const ONLY = /^(only|nothing else|仅此|仅此一次|不再跟进)$/i;
const FALLS = ["cut by", "cut", "down by", "down", "降价", "降", "下调", "跌"];
const RISES = ["up by", "up", "raised by", "raised", "rise of", "涨价", "涨", "上调", "提价"];
const PERCENT = new RegExp(`^(${[...FALLS, ...RISES].join("|")})? ?([-+\u2212]?)(\\d+(?:\\.\\d+)?) ?[%％]$`, "i");
const AMOUNT = /^[¥$]?(\d+(?:\.\d+)?)$/;

/**
 * Reads lines like “DeepSeek-V2, 19 Aug 2024, -50 %”, “Doubao-lite 2024-09-02 free only”: a product by its name, a day,
 * and what it costs from then on (input, output) or by how much it falls. “Only”: its vendor does nothing else after.
 */
export function pastedMoves(text: string, market: Market): Pasted {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const read = oncePerDay(
    lines.map((line) => moveOf(cellsOf(line), line, market)),
    lines,
  );
  return {
    cuts: read.flatMap((x) => ("cut" in x ? [x.cut] : [])),
    events: read.flatMap((x) => ("cut" in x && x.only ? [followScript(x.cut.product.split(".")[0], x.cut.date)] : [])),
    problems: read.flatMap((x) => ("problem" in x ? [x.problem] : [])),
    left: lines.filter((_, k) => "problem" in read[k]),
  };
}

const cellsOf = (line: string): string[] =>
  line
    .split(/\t|[,;，；]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");

type Read = { readonly cut: Cut; readonly only: boolean } | { readonly problem: Text };

/** Of two moves of a product on one day only one can hold: the second is a slip. */
const oncePerDay = (read: readonly Read[], lines: readonly string[]): Read[] =>
  read.map((x, k) => {
    const same = (y: Read) => "cut" in x && "cut" in y && y.cut.product === x.cut.product && y.cut.date === x.cut.date;
    return read.slice(0, k).some(same)
      ? problem({
          en: `A second move of that product on that day: ${lines[k]}`,
          zh: `同一产品同一天的第二次调价：${lines[k]}`,
        })
      : x;
  });

const problem = (text: Text): Read => ({ problem: text });

function moveOf(cells: readonly string[], line: string, market: Market): Read {
  const date = cells.map((cell) => readDate(cell)).find((day) => day !== null);
  const product = cells.map((cell) => productCalled(cell, market.scenario)).find((id) => id !== null);
  if (!product) return problem({ en: `No product is called so: ${line}`, zh: `没有这样的产品：${line}` });
  const { start, end } = market.scenario.clock;
  const launch = launchOf(market.scenario, product);
  if (!date || date < start || date > end)
    return problem({
      en: `A day from ${start} to ${end} is missing: ${line}`,
      zh: `缺少 ${start} 至 ${end} 之间的日期：${line}`,
    });
  if (date < launch) return problem({ en: `On sale from ${launch} only: ${line}`, zh: `${launch} 才上市：${line}` });
  const unread = cells.find((cell) => !isRead(cell, market.scenario));
  if (unread !== undefined)
    return problem({ en: `“${unread}” was not understood: ${line}`, zh: `无法理解“${unread}”：${line}` });
  const price = priceOf(cells, pricedOn(market.recording, product, date));
  if (price === "too far")
    return problem({ en: `A price cannot fall by more than 100 %: ${line}`, zh: `降幅不能超过 100%：${line}` });
  if (!price) return problem({ en: `A price or a percentage is missing: ${line}`, zh: `缺少价格或百分比：${line}` });
  return { cut: { date, product, ...price }, only: cells.some((cell) => ONLY.test(cell)) };
}

/** The day a product goes on sale; before all days if from the start, after all if never. */
function launchOf({ vendors }: Scenario, product: string): string {
  const [vendor, ...id] = product.split(".");
  const { launch } = vendors[vendor].products[id.join(".")];
  return launch === "never" ? "9999" : (launch ?? "");
}

const isRead = (cell: string, s: Scenario): boolean =>
  [FREE, ONLY, PERCENT, AMOUNT].some((known) => known.test(cell)) ||
  readDate(cell) !== null ||
  productCalled(cell, s) !== null;

interface Price {
  readonly input: number;
  readonly output: number;
}

function priceOf(cells: readonly string[], now: Price): Price | "too far" | null {
  if (cells.some((cell) => FREE.test(cell))) return { input: 0, output: 0 };
  const [found, word = "", sign, percent] = cells.map((cell) => PERCENT.exec(cell)).find((m) => m !== null) ?? [];
  if (found !== undefined) {
    const rises = RISES.includes(word.toLowerCase());
    if (word !== "" && sign !== "") return null; // “up -20 %” says two things
    const up = rises || sign === "+";
    return !up && Number(percent) > 100 ? "too far" : changedBy(now, up ? Number(percent) : -Number(percent));
  }
  const [input, output = input] = cells.flatMap((cell) => AMOUNT.exec(cell)?.slice(1).map(Number) ?? []);
  return input === undefined ? null : { input, output };
}

/** A price list raised or cut by so many per cent. */
export const changedBy = ({ input, output }: Price, percent: number): Price => {
  const factor = Math.max(0, 1 + percent / 100);
  return { input: posted(input * factor), output: posted(output * factor) };
};

/** What a product costs on a day of a run. */
export function pricedOn(r: Recording, product: string, date: string): Price {
  const day = dayNumber(date);
  const tick = Math.max(
    0,
    r.dates.findLastIndex((d) => dayNumber(d) < day),
  ); // before what that day brings
  const k = tick * r.productIds.length + r.productIds.indexOf(product);
  return { input: r.product.priceInput[k], output: r.product.priceOutput[k] };
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s\-_.·]/g, "");

/** A product by what people call it, in either language, with its vendor or without. */
function productCalled(cell: string, s: Scenario): string | null {
  const ids = Object.entries(s.vendors).flatMap(([v, { products }]) => Object.keys(products).map((p) => `${v}.${p}`));
  const wanted = plain(cell);
  const names = (id: string) =>
    (["en", "zh"] as const)
      .flatMap((lang) => [fullName(s, id, lang), productName(s, id, lang)])
      .concat(id, id.split(".").slice(1).join("."));
  return ids.find((id) => names(id).some((name) => plain(name) === wanted)) ?? null;
}
