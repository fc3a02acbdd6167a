import type { Effect } from "../../../charts/marks/effects.tsx";
import type { DataTable } from "../../../charts/data/data-table.ts";
import { WAY_WORDS } from "../../../charts/marks/three-ways.tsx";
import { type Way, waterfallBars } from "../../../charts/data/waterfall-bars.ts";
import {
  type Explained,
  type Language,
  type Said,
  say,
  type Scenario,
  type TypicalWar,
} from "../../../engine/index.ts";
import { marginShare, PART_WORDS, verdictWord } from "../../../words/explain-words.ts";
import { number, percent, price } from "../../../words/format.ts";
import { fullName, vendorName } from "../../../words/names.ts";
import { lagWords, whatMoved } from "../../../words/war-words.ts";

/** The numbers behind the page's charts, in the words of the reader. */

const HEADS = {
  waterfall: { en: ["Part", "Change", "10%", "90%"], zh: ["部分", "变化", "10%", "90%"] },
  ways: { en: ["Way", "Part that is not cost"], zh: ["算法", "不归成本的部分"] },
  positions: {
    en: ["Product", "Before", "After", "Unit cost", "Static Nash", "Verdict"],
    zh: ["产品", "起始价", "截止价", "单位成本", "静态 Nash 价", "判断"],
  },
  war: { en: ["Vendor", "After", "Deepest cut", "What it cut"], zh: ["厂商", "距触发", "最大降幅", "降价产品"] },
  effects: { en: ["Cause", "Effect", "10%", "90%"], zh: ["原因", "影响", "10%", "90%"] },
} satisfies Record<string, Said<readonly string[]>>;

export function waterfallTable(e: Explained, way: Way, days: readonly [string, string], lang: Language): DataTable {
  const name = { from: days[0], to: days[1] };
  return {
    head: say(HEADS.waterfall, lang),
    rows: waterfallBars(e, way).map(({ id, kind, start, end, band }) => {
      const label = id === "from" || id === "to" ? name[id] : say(PART_WORDS[id], lang);
      const [low, high] = band ? band.map((x) => number(x - start)) : ["", ""];
      return [label, number(kind === "total" ? end : end - start), low, high];
    }),
  };
}

export function waysTable({ split }: Explained, lang: Language): DataTable {
  const shares = marginShare(split);
  const ways = ["symmetric", "nash", "absolute"] as const;
  return {
    head: say(HEADS.ways, lang),
    rows: ways.map((way) => [say(WAY_WORDS[way].name, lang), percent(shares[way])]),
  };
}

export const positionsTable = (rows: readonly Explained[], scenario: Scenario, lang: Language): DataTable => ({
  head: say(HEADS.positions, lang),
  rows: rows.map((e) => {
    const { from, to, costTo, nashTo } = e.split;
    const nash = Number.isFinite(nashTo) ? price(nashTo, lang) : "–";
    return [
      fullName(scenario, e.id, lang),
      price(from, lang),
      price(to, lang),
      price(costTo, lang),
      nash,
      e.verdict === null ? "–" : verdictWord(e, lang),
    ];
  }),
});

export function warTable({ trigger, reactions }: TypicalWar, scenario: Scenario, lang: Language): DataTable {
  const first = [fullName(scenario, trigger.product, lang), lagWords(null, lang), "", ""];
  const others = reactions.map((r) => [
    vendorName(scenario, r.vendor, lang),
    lagWords(r.lag, lang),
    percent(r.depth),
    whatMoved(r, lang),
  ]);
  return { head: say(HEADS.war, lang), rows: [first, ...others] };
}

/** `show` writes a value as the chart does. */
export const effectsTable = (effects: readonly Effect[], show: (x: number) => string, lang: Language): DataTable => ({
  head: say(HEADS.effects, lang),
  rows: effects.map(({ label, text, low, high }) => [label, text, show(low), show(high)]),
});
