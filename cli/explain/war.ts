import type { Language, Scenario, TypicalWar } from "../../engine/index.ts";
import { date, list, number, percent } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import { paragraph } from "../text-width.ts";

const WIDTH = 48;

/** The course of a war on a line of days, one row a vendor. */
export function warText(war: TypicalWar | null, s: Scenario, to: string, lang: Language): string {
  const zh = lang === "zh";
  if (!war) return zh ? "没有价格战：无人降价一成以上。" : "No war: nobody cuts a price by a tenth.";
  const days = (Date.parse(to) - Date.parse(war.trigger.date)) / 86_400_000;
  const at = (day: number) => Math.min(WIDTH - 1, Math.round((day / Math.max(1, days)) * (WIDTH - 1)));
  const head = zh
    ? ["", `第 0 天${"".padEnd(WIDTH - 14)}第 ${days} 天`, "滞后", "最深", "动了"]
    : ["", `day 0${"".padEnd(WIDTH - 9 - String(days).length)}day ${days}`, "lag", "deepest", "what moved"];
  const table = plainTable(head, [2, 3]);
  const starter = war.trigger.product.split(".")[0];
  table.push([
    vendorName(s, starter, lang),
    line([[0, "◆"]]),
    zh ? "触发" : "trigger",
    "",
    productName(s, war.trigger.product, lang),
  ]);
  for (const { vendor, lag, depth, products, free } of war.reactions) {
    const again = war.rounds.slice(1).filter((x) => x.vendors.includes(vendor) && x.day > lag);
    const marks = [[at(lag), "●"], ...again.map((x) => [at(x.day), "○"])] as [number, string][];
    const what = zh
      ? `${products} 款${free ? `，${free} 款免费` : ""}`
      : `${products} ${products === 1 ? "product" : "products"}${free ? `, ${free} free` : ""}`;
    table.push([vendorName(s, vendor, lang), line(marks), zh ? `${lag} 天` : `${lag} d`, percent(-depth), what]);
  }
  return [
    paragraph(warTitle(war, s, lang)),
    table.toString(),
    zh ? "◆ 触发  ● 首次降价  ○ 再次降价" : "◆ trigger  ● first cut  ○ another round",
    ...warFacts(war, s, lang).map((fact) => paragraph(fact)),
  ].join("\n");
}

function line(marks: readonly (readonly [number, string])[]): string {
  const cells = Array.from({ length: WIDTH }, () => "·");
  for (const [k, mark] of marks) cells[k] = mark;
  return cells.join("");
}

function warTitle(war: TypicalWar, s: Scenario, lang: Language): string {
  const name = `${vendorName(s, war.trigger.product.split(".")[0], lang)} ${productName(s, war.trigger.product, lang)}`;
  const [low, high] = war.severityRange.map((x) => number(x, 2));
  if (lang === "zh") {
    const kind = war.trigger.kind === "launch" ? "发布" : "降价";
    return `战争的经过：${date(war.trigger.date, lang)}由${name} ${kind}触发。烈度 ${number(war.severity, 2)}（各次运行 ${low}–${high}；0 无战事，1 全面亏本）`;
  }
  const kind = war.trigger.kind === "launch" ? "the launch" : "a cut";
  return `Anatomy of the war: triggered on ${date(war.trigger.date, lang)} by ${kind} of ${name}. Severity ${number(war.severity, 2)} (${low} to ${high} over runs; 0 peace, 1 everybody below cost)`;
}

function warFacts(war: TypicalWar, s: Scenario, lang: Language): string[] {
  const zh = lang === "zh";
  const [cascade, ...later] = war.rounds;
  const rounds = later.map((x) => (zh ? `第 ${x.day} 天` : `day ${x.day}`));
  const below = war.belowCost
    .toSorted((a, b) => b.days - a.days)
    .slice(0, 6)
    .map((b) => `${productName(s, b.product, lang)} ${b.days}${zh ? " 天" : " d"}`);
  if (zh) {
    return [
      `第一轮 ${cascade.days} 天，${cascade.cuts} 次降价；其后 ${later.length} 轮${rounds.length ? `（${rounds.join("、")}）` : ""}。`,
      `指数在第 ${war.trough.day} 天见底，累计跌 ${percent(war.depth)}；其后收复 ${percent(war.recovery)}。${war.end ? `最后一次降价在第 ${war.end.day} 天。` : "期末仍未停。"}`,
      below.length
        ? `低于长期成本：${list(below, lang)}${war.belowCost.length > 6 ? "等" : ""}。`
        : "没有产品低于长期成本。",
      "烈度 = 指数跌幅、参战厂商比例、见底时低于成本的产品比例，三者的平均。",
    ];
  }
  return [
    `First round ${cascade.days} days, ${cascade.cuts} cuts; ${later.length} more ${later.length === 1 ? "round" : "rounds"}${rounds.length ? ` (${rounds.join(", ")})` : ""}.`,
    `The index is lowest on day ${war.trough.day}, down ${percent(war.depth)}; ${percent(war.recovery)} of that is made good since. ${war.end ? `Last cut on day ${war.end.day}.` : "Still on at the end."}`,
    below.length
      ? `Below long-run cost: ${list(below, lang)}${war.belowCost.length > 6 ? " and others" : ""}.`
      : "No product is below long-run cost.",
    "Severity is the mean of the index's fall, the share of vendors that cut, and the share of products below cost at the trough.",
  ];
}
