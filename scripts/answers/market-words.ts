import { type Growth, GROWTH_CAUSES, type GrowthAttribution, quantile, type Scenario } from "../../engine/index.ts";
import { GROWTH_WORDS } from "../../words/explain-words.ts";
import { number, percent, points, tokens } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import type { Commands, Material, Question } from "./material.ts";
import { interval, mean, spread, wedgeOf, yuan } from "./numbers.ts";

/** who gains. */
export function market(m: Material, c: Commands, s: Scenario): Question[] {
  const surplus = wedgeOf(m.trigger, "market.consumerSurplus");
  const paid = wedgeOf(m.trigger, "market.unitValue");
  const shares = m.trigger.knockOuts[0].wedges.filter(
    (w) => w.path.endsWith("tokenShare") && w.base + Math.abs(w.mean) > 0.002,
  );
  // The wedge is without less with: what the launch brought is its opposite.
  const gained = (x: number) => points(-x, "en");
  const gains = shares
    .toSorted((a, b) => a.mean - b.mean)
    .map((w) => {
      const vendor = vendorName(s, w.path.split(".")[1], "en");
      return `${vendor} ${gained(w.mean)} [${gained(w.high)}, ${gained(w.low)}]`;
    });
  const grown = wedgeOf(m.trigger, "market.tokens");
  const { growth } = m.whole;
  const part = (pick: (g: Growth) => number) => {
    const x = growth.map((g) => pick(g) / (g.to - g.from));
    return spread(x, mean(x), percent);
  };
  const factor = (pick: (x: GrowthAttribution) => number) => {
    const x = m.growth.runs.map(pick);
    return spread(x, quantile(x, 0.5), (y) => number(y));
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
