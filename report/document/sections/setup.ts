import { exchangeRate, type Language, say, type Scenario } from "../../../engine/index.ts";
import { setting } from "../../../words/format.ts";
import type { Arm } from "../arm.ts";
import { differences } from "../differences.ts";
import type { Block, Sentence } from "../model.ts";
import { whole } from "../phrases.ts";
import type { SectionKind } from "../section.ts";
import { day, name, of, plain } from "../sentence.ts";
import { against, andMore, converted, shape, theSame } from "./setup-words.ts";

const MOST = 6; // differences listed one by one

/** At what rate an arm's amounts were turned into the subject's money. */
const toMoneyOf =
  (subject: Scenario, lang: Language) =>
  ({ scenario }: Arm): Sentence => {
    const rate = name(setting(exchangeRate(scenario, subject) ?? NaN));
    return say(converted, lang)(name(say(scenario.title, lang)), scenario.currency, subject.currency, rate);
  };

/** What was simulated, and what differs from the baseline. */
export const setup: SectionKind = {
  id: "setup",
  label: { en: "Scenario and what differs", zh: "情景与差异" },
  heading: { en: "The scenario, and what differs", zh: "情景，以及与基准的差异" },
  build({ evidence, subject, baseline, lang }) {
    const { scenario, recordings } = subject;
    const { vendorIds, productIds } = recordings[0];
    const agents = evidence.value("A/scenario.demand.agents", whole);
    const span = [day(scenario.clock.start, lang), day(scenario.clock.end, lang)];
    const about = scenario.description ? [plain(say(scenario.description, lang))] : [];
    const size = say(shape, lang)(vendorIds.length, productIds.length, agents, span);
    const rates = evidence.arms
      .filter((arm) => arm.scenario.currency !== scenario.currency)
      .map(toMoneyOf(scenario, lang));
    const prose: Block = { kind: "prose", sentences: [...about, size, ...rates] };
    if (!baseline) return [prose];
    const found = differences(scenario, baseline.scenario, lang);
    const title = name(say(baseline.scenario.title, lang));
    if (found.length === 0) return [prose, { kind: "prose", sentences: [say(theSame, lang)(title)] }];
    const rest = found.length - MOST;
    const more = rest > 0 ? [of(say(andMore, lang)(rest))] : [];
    const lead: Block = { kind: "prose", sentences: [say(against, lang)(title)] };
    return [prose, lead, { kind: "list", items: [...found.slice(0, MOST), ...more] }];
  },
};
