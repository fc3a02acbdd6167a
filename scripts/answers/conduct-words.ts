import { type Scenario, SHARE_CAUSES, type Worth } from "../../engine/index.ts";
import { SHARE_WORDS } from "../../words/explain-words.ts";
import { number, percent, points } from "../../words/format.ts";
import { productName, vendorName } from "../../words/names.ts";
import type { Commands, Material, Question } from "./material.ts";
import { interval, mean, spread, wedgeOf, yuan } from "./numbers.ts";

const moved = (w: Worth) => w.cells["cut/react"].profit !== w.cells["hold/react"].profit;

/** Q-2, Q-6, Q-7, Q-10, Q-11: whether it pays and lasts. */
export function conduct(m: Material, c: Commands, s: Scenario): Question[] {
  const { war } = m.whole;
  const name = (id: string) => vendorName(s, id, "en");
  const runway = (w: Worth) =>
    w.runwayWeeks === null || !Number.isFinite(w.runwayWeeks) ? "no end" : `${number(w.runwayWeeks)} weeks`;
  const rows = m.worth.filter(moved).map((w) => {
    const cells = [
      name(w.vendor),
      yuan(w.cells["cut/react"].profit),
      yuan(w.cells["hold/react"].profit),
      `${yuan(w.follow.mean)} [${yuan(w.follow.low)}, ${yuan(w.follow.high)}]`,
      yuan(w.holdOut.mean),
      w.breakEven.rise === null ? "none" : percent(w.breakEven.rise),
      percent(w.breakEven.realised),
      percent(w.belowCost),
      runway(w),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const table = [
    "| | cuts | holds | cutting less holding | what rivals' moves cost who holds | rise to break even | rise | sold below cost | money lasts |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
  const below = war.belowCost.map((b) => `${productName(s, b.product, "en")} ${b.days} days`);
  const held = wedgeOf(m.belowCost, "market.vendorProfit");
  const cause = (k: (typeof SHARE_CAUSES)[number]) => {
    const x = m.share.runs.map((r) => r.causes[k]);
    return `${SHARE_WORDS[k].en} ${spread(x, mean(x), (y) => points(y, "en"))}`;
  };
  const spent = wedgeOf(m.research, "market.research");
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
      text: `In the run of median severity (${number(war.severity, 2)}; ${number(war.severityRange[0], 2)} to ${number(war.severityRange[1], 2)} over ${war.wars} runs) sold below cost: ${below.join(", ") || "nobody"}. With nobody allowed below cost (\`${c.belowCost}\`) vendors' gross profit would change by ${yuan(held.mean)} ${interval(held, yuan)} a week.`,
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
