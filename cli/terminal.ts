import Table from "cli-table3";
import {
  blendedCost,
  type Headline,
  inBoth,
  type Language,
  metrics,
  openingPrice,
  type Recording,
  say,
  type Scenario,
  hasLastingUsers,
  segmentsOf,
} from "../engine/index.ts";
import { date, meteredPrice, money, number, percent, perThousand, points, price, priceUnit } from "../words/format.ts";
import { headlineAnswers, headlineTitle } from "../words/headline-words.ts";
import { productName, vendorName } from "../words/names.ts";
import { columnsOf } from "../words/columns.ts";
import { lineChart } from "./chart.ts";
import { roomAfter, wrapColumns } from "./text-width.ts";
import { detailed, LEFT, OVER_SERVING, PRICE_HEAD, SEGMENT_HEAD, SHARES, SIDES, VENDOR_HEAD } from "./table-words.ts";

/** A run as a person reads it in a terminal. */
export function headlineText(h: Headline, s: Scenario, lang: Language): string {
  const answers = headlineAnswers(h, s, lang).map(
    ({ question, answer, detail }) => `  ${question}\n    ${answer}${detail ? say(detailed, lang)(detail) : ""}`,
  );
  return [say(s.title, lang), headlineTitle(h, s, lang), "", ...answers].join("\n");
}

/** A table without lines, no wider than the terminal; columns of numbers are set right. */
export function plainTable(head: readonly string[], right: readonly number[]) {
  const rows: (readonly string[])[] = [];
  return {
    push: (...more: readonly (readonly string[])[]) => void rows.push(...more),
    toString: () => drawn([head, ...rows], right),
  };
}

const LEAST = 12; // columns that a column keeps

/** Cells broken between words until all fit: in columns of words first, then in the widest of numbers. */
function drawn(rows: readonly (readonly string[])[], right: readonly number[]): string {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => columnsOf(row[k] ?? ""))));
  const room = roomAfter(widths.length); // a space behind each
  const words = widths.map((_, k) => k).filter((k) => !right.includes(k));
  for (const k of [...words, ...right.toSorted((x, y) => widths[y] - widths[x])]) {
    const others = widths.reduce((sum, width, j) => sum + (j === k ? 0 : width), 0);
    widths[k] = Math.max(Math.min(LEAST, widths[k]), Math.min(widths[k], room - others));
  }
  const [head, ...body] = rows.map((row) => row.map((cell, k) => wrapColumns(cell, widths[k]).join("\n")));
  const table = new Table({
    head,
    style: { head: [], border: [], compact: true, "padding-left": 0 },
    colAligns: head.map((_, k) => (right.includes(k) ? "right" : "left")),
    chars: NO_LINES,
  });
  table.push(...body);
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const NO_LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
};

/** Share, margin and cash by vendor, first day against last. */
export function vendorTable(r: Recording, s: Scenario, lang: Language): string {
  const m = r.vendorIds.length;
  const [share, margin, marginal] = ["tokenShare", "grossMargin", "marginalMargin"].map((id) =>
    metrics.get(id).compute(r),
  );
  const last = (r.dates.length - 1) * m;
  const idle = r.vendor.idleCost.some((x) => x !== 0);
  const head = say(VENDOR_HEAD, lang);
  const table = plainTable(idle ? [...head, say(OVER_SERVING, lang)] : head, [1, 2, 3, 4]);
  const rows = r.vendorIds.map((id, v) => ({ id, v, share: share[last + v] || 0, was: share[v] || 0 }));
  for (const { id, v, share: now, was } of rows.toSorted((a, b) => b.share - a.share)) {
    if (now === 0 && was === 0) continue;
    table.push([
      vendorName(s, id, lang),
      percent(now),
      points(now - was, lang),
      r.vendor.alive[last + v] ? percent(margin[last + v]) : say(LEFT, lang),
      ...(idle ? [r.vendor.alive[last + v] ? percent(marginal[last + v]) : ""] : []),
    ]);
  }
  return table.toString();
}

/** Who pays and who gains, by segment and by side: what the cuts mean for businesses and for consumers. */
export function segmentTable(r: Recording, s: Scenario, lang: Language): string {
  if (!hasLastingUsers(s)) return "";
  const segments = segmentsOf(s);
  const table = plainTable(say(SEGMENT_HEAD, lang), [1, 2, 3, 4, 5]);
  const rows = r.segmentIds.map((id, k) => ({ id, name: say(segments[id]?.label ?? inBoth(id), lang), of: [k] }));
  const sides = ["business", "consumer"] as const;
  const bySide = sides.map((side) => ({
    id: side,
    name: say(SIDES[side], lang),
    of: r.segmentIds.flatMap((id, k) => (segments[id]?.side === side ? [k] : [])),
  }));
  for (const row of [...rows, ...bySide.filter(({ of }) => of.length > 1)]) table.push(segmentRow(r, s, lang, row));
  return table.toString();
}

function segmentRow(r: Recording, s: Scenario, lang: Language, row: { name: string; of: readonly number[] }): string[] {
  const m = r.segmentIds.length;
  const sum = (name: keyof Recording["segment"], t: number, of = row.of) =>
    of.reduce((total, k) => total + r.segment[name][t * m + k], 0);
  const last = r.dates.length - 1;
  const byToken = row.of.filter((k) => r.meters.segment[k] === "token");
  const paid = (t: number) => number(sum("spend", t, byToken) / sum("tokens", t, byToken)); // –: nothing was bought
  const cash = (name: keyof Recording["segment"], t: number) => money(sum(name, t), s.currency, lang);
  return [row.name, cash("spend", last), cash("surplus", last), cash("surplus", 0), paid(last), paid(0)];
}

/** Every product's price, first against last; per million tokens, or per thousand. */
export function priceTable(r: Recording, s: Scenario, lang: Language, per: "Mtok" | "ktok" = "Mtok"): string {
  const n = r.productIds.length;
  const last = (r.dates.length - 1) * n;
  const p = r.product;
  const table = plainTable(say(PRICE_HEAD, lang), [1, 2, 3]);
  r.productIds.forEach((id, j) => {
    if (!p.live[last + j]) return;
    const launch = r.dates.findIndex((_, t) => p.live[t * n + j] === 1);
    const name = `${vendorName(s, id.split(".")[0], lang)} ${productName(s, id, lang)}`;
    const cost = blendedCost(r)[last + j];
    const scale = per === "ktok" && s.currency !== "CNY" ? 1e-3 : 1; // a yuan a million is a li a thousand
    const meter = r.meters.product[j];
    const shownPrice = (x: number) => (meter === "token" ? price(x * scale, lang) : meteredPrice(x, meter, lang));
    const shown = [openingPrice(r, launch, j).input, p.priceInput[last + j]].map(shownPrice);
    table.push([name, ...shown, meter === "token" ? number(cost * scale) : shownPrice(cost)]);
  });
  return `${per === "ktok" ? perThousand(s.currency, lang) : priceUnit(s.currency, lang)}\n${table.toString()}`;
}

const WIDTH = 58; // columns of a chart, so that it and its legend fit into 80

/** Ticks whose dates stand under a chart: both ends and each quarter between. */
export const fifths = (ticks: readonly number[]): number[] =>
  [0, 0.25, 0.5, 0.75, 1].map((x) => ticks[Math.round(x * (ticks.length - 1))]);

/** Every ten points up to the largest share. */
function yTicks(lines: readonly (readonly [number, number][])[]): number[] {
  const top = Math.max(...lines.flat().map(([, y]) => y));
  return Array.from({ length: Math.floor(top / 10) + 1 }, (_, k) => 10 * k);
}

/** Token shares of the largest vendors over time. */
export function shareChart(r: Recording, s: Scenario, lang: Language): string {
  const m = r.vendorIds.length;
  const share = metrics.get("tokenShare").compute(r);
  const last = r.dates.length - 1;
  const top = r.vendorIds
    .map((id, v) => ({ id, v, at: share[last * m + v] || 0 }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, 4);
  const step = Math.max(1, Math.floor(last / WIDTH));
  const ticks = r.dates.map((_, t) => t).filter((t) => t % step === 0 || t === last);
  const lines = top.map(({ v }) => ticks.map((t): [number, number] => [t, 100 * (share[t * m + v] || 0)]));
  const legend = top.map(({ id }) => vendorName(s, id, lang));
  if (ticks.length < 2) return "";
  return lineChart(lines, {
    width: WIDTH,
    height: 12,
    title: say(SHARES, lang),
    color: ["ansiCyan", "ansiYellow", "ansiMagenta", "ansiGreen"],
    legend: { position: "right", series: legend },
    customXAxisTicks: fifths(ticks),
    customYAxisTicks: yTicks(lines),
    formatter: (x, { axis }) =>
      axis === "x" ? date(r.dates[Math.round(x)] ?? r.dates[last], lang, true) : Math.round(x),
  });
}
