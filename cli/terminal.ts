import Table from "cli-table3";
import plot from "simple-ascii-chart";
import { type Headline, type Language, metrics, type Recording, type Scenario } from "../engine/index.ts";
import { date, number, percent, points, price, priceUnit } from "../report/format.ts";
import { headlineAnswers, headlineTitle } from "../report/headline-words.ts";
import { productName, vendorName } from "../report/names.ts";

/** A run as a person reads it in a terminal. */
export function headlineText(h: Headline, s: Scenario, lang: Language): string {
  const answers = headlineAnswers(h, s, lang).map(
    ({ question, answer, detail }) => `  ${question}\n    ${answer}${detail ? `  (${detail})` : ""}`,
  );
  return [s.title[lang], headlineTitle(h, s, lang), "", ...answers].join("\n");
}

export const plainTable = (head: string[], right: readonly number[]) =>
  new Table({
    head,
    style: { head: [], border: [], compact: true },
    colAligns: head.map((_, k) => (right.includes(k) ? "right" : "left")),
    chars: {
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
    },
  });

/** Share, margin and cash by vendor, first day against last. */
export function vendorTable(r: Recording, s: Scenario, lang: Language): string {
  const m = r.vendorIds.length;
  const [share, margin] = ["tokenShare", "grossMargin"].map((id) => metrics.get(id).compute(r));
  const last = (r.dates.length - 1) * m;
  const head =
    lang === "zh" ? ["厂商", "token 份额", "变化", "毛利率"] : ["vendor", "token share", "change", "gross margin"];
  const table = plainTable(head, [1, 2, 3]);
  const rows = r.vendorIds.map((id, v) => ({ id, v, share: share[last + v] || 0, was: share[v] || 0 }));
  for (const { id, v, share: now, was } of rows.toSorted((a, b) => b.share - a.share)) {
    if (now === 0 && was === 0) continue;
    table.push([
      vendorName(s, id, lang),
      percent(now),
      points(now - was, lang),
      r.vendor.alive[last + v] ? percent(margin[last + v]) : lang === "zh" ? "已退出" : "left",
    ]);
  }
  return table.toString();
}

/** Every product's price, first against last. */
export function priceTable(r: Recording, s: Scenario, lang: Language): string {
  const n = r.productIds.length;
  const last = (r.dates.length - 1) * n;
  const p = r.product;
  const head =
    lang === "zh"
      ? ["产品", "期初输入价", "期末输入价", "单位成本"]
      : ["product", "input price then", "now", "unit cost"];
  const table = plainTable(head, [1, 2, 3]);
  r.productIds.forEach((id, j) => {
    if (!p.live[last + j]) return;
    const launch = r.dates.findIndex((_, t) => p.live[t * n + j] === 1);
    const name = `${vendorName(s, id.split(".")[0], lang)} ${productName(s, id, lang)}`;
    const cost = 0.75 * p.unitCostInput[last + j] + 0.25 * p.unitCostOutput[last + j];
    table.push([name, price(p.priceInput[launch * n + j], lang), price(p.priceInput[last + j], lang), number(cost)]);
  });
  return `${priceUnit(s.currency, lang)}\n${table.toString()}`;
}

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
  const step = Math.max(1, Math.floor(last / 64));
  const ticks = r.dates.map((_, t) => t).filter((t) => t % step === 0 || t === last);
  const lines = top.map(({ v }) => ticks.map((t): [number, number] => [t, 100 * (share[t * m + v] || 0)]));
  const legend = top.map(({ id }) => vendorName(s, id, lang));
  if (ticks.length < 2) return "";
  return plot(lines, {
    width: 64,
    height: 12,
    title: lang === "zh" ? "token 份额（%）" : "Share of tokens, %",
    color: ["ansiCyan", "ansiYellow", "ansiMagenta", "ansiGreen"],
    legend: { position: "right", series: legend },
    customXAxisTicks: [0, 0.25, 0.5, 0.75, 1].map((x) => ticks[Math.round(x * (ticks.length - 1))]),
    customYAxisTicks: yTicks(lines),
    formatter: (x, { axis }) =>
      axis === "x" ? date(r.dates[Math.round(x)] ?? r.dates[last], lang, true) : Math.round(x),
  });
}
