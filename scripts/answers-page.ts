import type {
  Growth,
  GrowthAttribution,
  Scenario,
  ShareAttribution,
  Split,
  TypicalWar,
  Wedge,
  Worth,
} from "../engine/index.ts";
import { band, GROWTH_CAUSES, quantile, SHARE_CAUSES } from "../engine/index.ts";
import { change, money, number, percent, points, tokens } from "../words/format.ts";
import { GROWTH_WORDS, outcomeFormat, outcomeName, PARTS, SHARE_WORDS } from "../words/explain-words.ts";
import { productName, vendorName } from "../words/names.ts";

/** What the commands of the page print with --json, as far as the page uses it. */
export interface Material {
  readonly whole: {
    readonly runs: number;
    readonly products: readonly Row[];
    readonly vendors: readonly Row[];
    readonly index: Row;
    readonly war: TypicalWar;
    readonly growth: readonly Growth[];
  };
  readonly trigger: KnockOuts;
  readonly history: KnockOuts;
  readonly belowCost: KnockOuts;
  readonly research: KnockOuts;
  readonly share: { readonly vendor: string; readonly runs: readonly ShareAttribution[] };
  readonly growth: { readonly runs: readonly GrowthAttribution[] };
  readonly worth: readonly Worth[]; // null stands for Infinity
}

export type Commands = Readonly<Record<Exclude<keyof Material, "worth">, string>> & {
  readonly worth: (vendor: string) => string;
};

interface KnockOuts {
  readonly pairs: number;
  readonly knockOuts: readonly { readonly wedges: readonly Wedge[] }[];
}

interface Row {
  readonly id: string;
  readonly launched: boolean;
  readonly priceFrom: number;
  readonly priceTo: number;
  readonly costFrom: number;
  readonly costTo: number;
  readonly nashTo: number;
  readonly symmetric: Split["symmetric"];
  readonly absolute: Split["absolute"];
  readonly nash: Split["nash"];
  readonly bands: Readonly<Record<"priceTo" | "margin" | "technology" | "conduct", readonly [number, number]>>;
  readonly verdict: string | null;
  readonly robustness: number;
}

export function answersPage(m: Material, commands: Commands, s: Scenario): string {
  return [
    HEAD,
    "## The verdict on each vendor's cut\n",
    `\`${commands.whole}\`\n${view("drivers")}\n`,
    verdictTable(m, s),
    RULES,
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

const HEAD = `# Answers

Twelve questions the [source article](source-article.md) asks, each answered by one command, with the number and its band.
Written by \`npx tsx scripts/answers.ts\`: run it again after any change of the model. Every run here simulates 2,000 agents, from
1 April to 31 December 2024; add \`--json\` for all digits. Bands hold the middle eight of ten runs, intervals are 95 % of the
mean difference of paired runs. Each view opens the app on the answer, once \`pricewar serve\` runs here. Prices are CNY per
million tokens, three of input to one of output. One model, one calibration: what follows is what this market does, not what
China did.
`;

const RULES = `
Margin's part of the fall is told three ways: at a constant markup, one for one, and against the static Nash price (conduct).
A vendor is its products weighted by tokens; the words are defined in \`engine/explain/verdict.ts\`. Robustness is the share of
(split × run) that says the same word; competition with little of it is a war that falls short of nine runs in ten.
`;

const PAIRING = `The launch of DeepSeek-V2 is taken out, run by run with the same draws. Where prices are scripted, both arms share nearly all
luck. Where vendors react by rule, the cascade's own chance lives in one arm only, and pairing can save little. A share
that is nil in one arm has nothing to be paired with.
`;

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
    const below = r.verdict === "war" && r.priceTo < r.costTo ? ", below cost" : "";
    return `| ${name(r.id)} | ${number(r.priceFrom)} | ${number(r.priceTo)} | ${number(r.costTo)} | ${number(r.nashTo)} | ${way(r.symmetric.margin)} | ${way(r.absolute.margin)} | ${way(r.nash.conduct)} | ${r.verdict}${below} | ${percent(r.robustness)} |`;
  });
  return [
    "| | April | December | cost | Nash | margin, markup | margin, one for one | conduct, v. Nash | verdict | robust |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |",
    ...lines,
  ].join("\n");
}

interface Question {
  readonly q: string;
  readonly command: string;
  readonly text: string;
}

function questions(m: Material, c: Commands, s: Scenario): Question[] {
  return [...prices(m, c, s), ...conduct(m, c, s), ...market(m, c, s)].toSorted((a, b) => order(a) - order(b));
}

const order = ({ q }: Question) => Number(/^Q-(\d+)/.exec(q)![1]);
const yuan = (x: number) => money(x, "CNY", "en");
const interval = ({ low, high }: Wedge, show: (x: number) => string) => `[${show(low)}, ${show(high)}]`;
/** The middle eight of ten runs. */
const range = (x: readonly number[], show: (end: number) => string) =>
  band(x)
    .map((end) => show(end))
    .join(" to ");
const of = ({ knockOuts }: KnockOuts, path: string) => knockOuts[0].wedges.find((w) => w.path === path)!;

/** Q-1, Q-4, Q-5, Q-12: what made prices fall. */
function prices({ whole }: Material, c: Commands, s: Scenario): Question[] {
  const { index, products } = whole;
  const fall = index.priceFrom - index.priceTo;
  const parts = Object.keys(PARTS).map(
    (k) => `${PARTS[k as keyof typeof PARTS].en} ${number(index.symmetric[k as keyof Split["symmetric"]])}`,
  );
  const count = (word: string) => products.filter((p) => p.verdict === word).length;
  const costFall = index.costFrom - index.costTo;
  const { margin: _, ...factors } = index.symmetric;
  const cost = Object.values(factors).reduce((a, b) => a + b, 0);
  const shares = Object.entries(factors).map(
    ([k, x]) => `${PARTS[k as keyof typeof PARTS].en} ${percent(cost === 0 ? 0 : x / cost)}`,
  );
  const room = products.filter((p) => p.priceTo > 0).map((p) => p.priceTo / p.costTo);
  const cheapest = products
    .filter((p) => p.priceTo > 0)
    .toSorted((a, b) => a.priceTo / a.costTo - b.priceTo / b.costTo)[0];
  return [
    {
      q: "Q-1 How much of a cut is technology, scale, strategy?",
      command: c.whole,
      text: `The basket fell by ${number(fall)}: ${parts.join(", ")} (margin ${number(index.bands.margin[0])} to ${number(index.bands.margin[1])}, technology ${number(index.bands.technology[0])} to ${number(index.bands.technology[1])}). That is at constant markups; one for one, cost explains ${number(-index.absolute.cost)} and margin ${number(-index.absolute.margin)}.`,
    },
    {
      q: "Q-4 Is this a price war, or cost passed through?",
      command: c.whole,
      text: `The basket: **${index.verdict ?? "no verdict"}** (${percent(index.robustness)} of splits and runs agree). Of ${products.length} products, ${count("free")} end free, ${count("war")} in a war, ${count("competition")} in competition, ${count("pass-through")} by pass-through; the rest hardly moved.`,
    },
    {
      q: "Q-5 Has the price reached the bottom?",
      command: c.whole,
      text: `The index is lowest on day ${whole.war.trough.day} after the trigger. Paid products end at ${number(quantile(room, 0.5))} times their unit cost (median; ${range(room, number)}); nearest to cost is ${productName(s, cheapest.id, "en")} at ${number(cheapest.priceTo / cheapest.costTo)} times. The basket lies at ${number(index.priceTo)}, cost at ${number(index.costTo)}, the static Nash price at ${number(index.nashTo)}: cost leaves room ${index.priceTo < index.nashTo ? "that competition alone would not use" : "and so does competition"}.`,
    },
    {
      q: "Q-12 Scale, technology, scheduling: what does each contribute to the fall of cost?",
      command: c.whole,
      text: `Unit cost fell by ${number(costFall)} (${change(index.costTo / index.costFrom - 1)}): ${shares.join(", ")}.`,
    },
  ];
}

const moved = (w: Worth) => w.cells["cut/react"].profit !== w.cells["hold/react"].profit;

/** Q-2, Q-6, Q-7, Q-10, Q-11: whether it pays and lasts. */
function conduct(m: Material, c: Commands, s: Scenario): Question[] {
  const { war } = m.whole;
  const name = (id: string) => vendorName(s, id, "en");
  const runway = (w: Worth) =>
    w.runwayWeeks === null || !Number.isFinite(w.runwayWeeks) ? "no end" : `${number(w.runwayWeeks)} weeks`;
  const rows = m.worth
    .filter(moved)
    .map(
      (w) =>
        `| ${name(w.vendor)} | ${yuan(w.cells["cut/react"].profit)} | ${yuan(w.cells["hold/react"].profit)} | ${yuan(w.follow.mean)} [${yuan(w.follow.low)}, ${yuan(w.follow.high)}] | ${yuan(w.holdOut.mean)} | ${w.breakEven.rise === null ? "none" : percent(w.breakEven.rise)} | ${percent(w.breakEven.realised)} | ${percent(w.belowCost)} | ${runway(w)} |`,
    );
  const table = [
    "| | cuts | holds | cutting less holding | what rivals' moves cost who holds | rise to break even | rise | sold below cost | money lasts |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
  const below = war.belowCost.map((b) => `${productName(s, b.product, "en")} ${b.days} days`);
  const held = of(m.belowCost, "market.vendorProfit");
  const cause = (k: (typeof SHARE_CAUSES)[number]) => {
    const x = m.share.runs.map((r) => r.causes[k]);
    return `${SHARE_WORDS[k].en} ${points(x.reduce((a, b) => a + b, 0) / x.length, "en")} (${range(x, (end) => points(end, "en"))})`;
  };
  const spent = of(m.research, "market.research");
  const lowers = spent.low > 0 ? "lowers" : spent.high < 0 ? "raises" : "does not clearly move";
  return [
    {
      q: "Q-2 How are cost, profit and the long run to be balanced?",
      command: c.worth("<vendor>"),
      text: `Discounted gross profit of each follower to the year's end while rivals react:\n\n${table}`,
    },
    {
      q: "Q-6 Do vendors go below cost; who, and for how long?",
      command: c.whole,
      text: `In the run of median severity (${number(war.severity, 2)}; ${number(war.severityRange[0], 2)} to ${number(war.severityRange[1], 2)} over ${war.wars} runs) below long-run cost: ${below.join(", ") || "nobody"}. With nobody allowed below cost (\`${c.belowCost}\`) vendors' gross profit would change by ${yuan(held.mean)} ${interval(held, yuan)} a week.`,
    },
    {
      q: "Q-7 Can low prices be sustained before the capital market?",
      command: c.worth("zhipu"),
      text: `How long money lasts at the burn of the last quarter, R&D and operating cost included (the shortest of the runs): ${m.worth.map((w) => `${name(w.vendor)} ${runway(w)}`).join(", ")}.`,
    },
    {
      q: "Q-10 After price, what is the moat?",
      command: c.share,
      text: `${name(m.share.vendor)}'s share of tokens, by Shapley values: ${SHARE_CAUSES.map(cause).join(", ")}.`,
    },
    {
      q: "Q-11 Does competition depress R&D?",
      command: c.research,
      text: `With budgets that follow margins, R&D without the launch would change by ${yuan(spent.mean)} ${interval(spent, yuan)} a week, from ${yuan(spent.base)}: the war ${lowers} it. How strongly is an assumption (M-20), not a finding.`,
    },
  ];
}

/** Q-3, Q-8, Q-9: who gains. */
function market(m: Material, c: Commands, s: Scenario): Question[] {
  const surplus = of(m.trigger, "market.consumerSurplus");
  const paid = of(m.trigger, "market.unitValue");
  const shares = m.trigger.knockOuts[0].wedges.filter(
    (w) => w.path.endsWith("tokenShare") && w.base + Math.abs(w.mean) > 0.002,
  );
  // The wedge is without less with: what the launch brought is its opposite.
  const gains = shares
    .toSorted((a, b) => a.mean - b.mean)
    .map(
      (w) =>
        `${vendorName(s, w.path.split(".")[1], "en")} ${points(-w.mean, "en")} [${points(-w.high, "en")}, ${points(-w.low, "en")}]`,
    );
  const grown = of(m.trigger, "market.tokens");
  const { growth } = m.whole;
  const part = (pick: (g: Growth) => number) => {
    const x = growth.map((g) => pick(g) / (g.to - g.from));
    return `${percent(x.reduce((a, b) => a + b, 0) / x.length)} (${range(x, percent)})`;
  };
  const factor = (pick: (x: GrowthAttribution) => number) => {
    const x = m.growth.runs.map(pick);
    return `${number(quantile(x, 0.5))} (${range(x, number)})`;
  };
  const factors = GROWTH_CAUSES.map((k) => `${GROWTH_WORDS[k].en} ${factor((x) => x.causes[k])}`);
  const mtok = (x: number) => tokens(x, "en");
  return [
    {
      q: "Q-3 What do the cuts mean for users?",
      command: c.trigger,
      text: `Without the launch that set them off, users' surplus would change by ${yuan(surplus.mean)} ${interval(surplus, yuan)} a week, from ${yuan(surplus.base)}, and the average price paid ${number(paid.base + paid.mean)} instead of ${number(paid.base)}. (B end only: this scenario has no apps.)`,
    },
    {
      q: "Q-8 Who gains share?",
      command: c.trigger,
      text: `What the launch and all that followed brought each vendor, points of token share at the end: ${gains.join("; ")}.`,
    },
    {
      q: "Q-9 Does a cut expand the market, or only reshuffle it?",
      command: c.whole,
      text: `Without the launch tokens would end at ${mtok(grown.base + grown.mean)} a week, not ${mtok(grown.base)} (difference ${interval(grown, mtok)}; \`${c.trigger}\`). Tokens grew ${factor((x) => x.times)} times; by Shapley values of logs, which multiply: ${factors.join(", ")}, the rest ${factor((x) => x.rest)} (\`${c.growth}\`). As the flows were at the moment of each decision: more use ${part((g) => g.moreUse)}, new applications ${part((g) => g.newApplications)}, switching ${part((g) => g.switching)}; the rest, ${part((g) => g.exogenous)}, is needs that grow and newcomers who ramp up, both on a base the cuts have widened.`,
    },
  ];
}

function savings({ knockOuts }: KnockOuts, s: Scenario): string {
  const rows = knockOuts[0].wedges
    .filter((w) => w.base !== 0 || w.mean !== 0)
    .map((w) => {
      const { value, gap } = outcomeFormat(w.path, s.currency, "en");
      return `| ${outcomeName(w.path, s, "en")} | ${value(w.base)} | ${value(w.base + w.mean)} | ${gap(w.mean)} [${gap(w.low)}, ${gap(w.high)}] | ${number(w.varianceSaved, 2)}× |`;
    });
  return [
    "| outcome | as is | without the launch | difference | variance saved |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
  ].join("\n");
}
