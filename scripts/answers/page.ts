import type { Scenario } from "../../engine/index.ts";
import { outcomeFormat, outcomeName } from "../../words/explain-words.ts";
import { number, percent } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import { conduct } from "./conduct-words.ts";
import { market } from "./market-words.ts";
import type { Commands, KnockOuts, Material, Question } from "./material.ts";
import { HEAD, PAIRING, RANGES, RULES } from "./page-words.ts";
import { prices } from "./prices-words.ts";

export function answersPage(m: Material, commands: Commands, s: Scenario): string {
  return [
    HEAD,
    "## The verdict on each vendor's cut\n",
    `\`${commands.whole}\`\n${view("drivers")}\n`,
    verdictTable(m, s),
    RULES,
    "## What the verdict hangs on\n",
    `\`${commands.ranges}\`\n\n${rangesTable(m, s)}\n`,
    RANGES,
    "## The twelve questions\n",
    ...questions(m, commands, s).map(
      ({ q, command, text }) => `### ${q}\n\n\`${command}\`\n${VIEWS[q.split(" ")[0]]}\n\n${text}\n`,
    ),
    "## What pairing saves\n",
    PAIRING,
    `\`${commands.history}\`\n${view(launch, "china-2024-history")}\n\n${savings(m.history, s)}\n`,
    `\`${commands.trigger}\`\n${view(launch)}\n\n${savings(m.trigger, s)}`,
  ].join("\n");
}

/** A link into the app that \`pricewar serve\` shows. */
const view = (page: string, scenario = "china-2024") =>
  `· [view](http://localhost:4173/?page=${page}&to=2024-12-31#s=${scenario})`;
const launch = "drivers&show=without&of=launch:deepseek.v2";

const VIEWS: Readonly<Record<string, string>> = {
  "Q-1": view("drivers"),
  "Q-2": view("drivers&show=worth&of=bytedance"),
  "Q-3": view(launch),
  "Q-4": view("drivers"),
  "Q-5": view("drivers&show=positions"),
  "Q-6": view("drivers&show=war"),
  "Q-7": view("drivers&show=worth&of=zhipu"),
  "Q-8": view(launch),
  "Q-9": view("drivers&show=growth"),
  "Q-10": view("drivers&show=share&of=bytedance"),
  "Q-11": view(launch),
  "Q-12": view("drivers&show=waterfall"),
};

function verdictTable({ whole }: Material, s: Scenario): string {
  const rows = [
    ...whole.products.filter((r) => r.verdict !== null),
    ...whole.vendors.filter((r) => r.verdict !== null),
    whole.index,
  ];
  const name = (id: string) => {
    if (id === "index") return "**the basket**";
    if (!id.includes(".")) return `**${vendorName(s, id, "en")}, all**`;
    return `${vendorName(s, id.split(".")[0], "en")} ${productName(s, id, "en")}`;
  };
  const lines = rows.map((r) => {
    const fall = r.priceFrom - r.priceTo;
    const way = (x: number) => percent(-x / fall);
    const below = r.belowCost && r.verdict !== "free" ? ", below cost" : "";
    const cells = [
      name(r.id),
      ...[r.priceFrom, r.priceTo, r.costTo].map((x) => number(x)),
      ...[r.priceFrom / r.nashFrom, r.priceTo / r.nashTo].map((x) => number(x, 2)),
      ...[r.symmetric.margin, r.absolute.margin, r.nash.conduct].map(way),
      `${r.verdict}${below}`,
      percent(r.robustness),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| | April | December | cost | × Nash then | now | margin, markup | one for one | conduct | verdict | agree |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |",
    ...lines,
  ].join("\n");
}

/** The basket's word in each row, and how many vendors read as they do as it stands. */
function rangesTable({ ranges: { ranges } }: Material, s: Scenario): string {
  const [asIs] = ranges;
  const lines = ranges.map(({ label, value, index, vendors }) => {
    const moved = vendors.filter((v) => v.verdict !== asIs.vendors.find(({ id }) => id === v.id)?.verdict);
    const told = moved.map((v) => `${vendorName(s, v.id, "en")} ${v.verdict ?? "no verdict"}`).join(", ");
    const word = index ? `${index.verdict ?? "no verdict"} (${percent(index.robustness)})` : "–";
    return `| ${[label.en, value === null ? "" : number(value), word, told || "none"].join(" | ")} |`;
  });
  return [
    "| one thing moved | to | the basket (runs that agree) | vendors that read otherwise |",
    "| --- | ---: | --- | --- |",
    ...lines,
  ].join("\n");
}

function questions(m: Material, c: Commands, s: Scenario): Question[] {
  return [...prices(m, c, s), ...conduct(m, c, s), ...market(m, c, s)].toSorted((a, b) => order(a) - order(b));
}

const order = ({ q }: Question) => Number(/^Q-(\d+)/.exec(q)![1]);

function savings({ knockOuts }: KnockOuts, s: Scenario): string {
  const rows = knockOuts[0].wedges
    .filter((w) => w.base !== 0 || w.mean !== 0)
    .map((w) => {
      const { value, gap } = outcomeFormat(w.path, s.currency, "en");
      const cells = [
        outcomeName(w.path, s, "en"),
        value(w.base),
        value(w.base + w.mean),
        `${gap(w.mean)} [${gap(w.low)}, ${gap(w.high)}]`,
        `${number(w.varianceSaved, 2)}×`,
      ];
      return `| ${cells.join(" | ")} |`;
    });
  return [
    "| outcome | as is | without the launch | difference | variance saved |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
  ].join("\n");
}
