import { type Language, say } from "../../../engine/index.ts";
import { setting } from "../../../words/format.ts";
import type { Arm } from "../arm.ts";
import type { Block, Sentence } from "../model.ts";
import { whole } from "../phrases.ts";
import { ownText } from "../made-from.ts";
import type { SectionKind } from "../section.ts";
import { day, name, plain } from "../sentence.ts";
import { converted, shape } from "./setup-words.ts";

/** At what rate an arm's amounts were turned into the report's money. */
const inMoney = ({ scenario, money }: Arm, lang: Language): Sentence[] =>
  money
    ? [say(converted, lang)(name(say(scenario.title, lang)), money.from, scenario.currency, name(setting(money.rate)))]
    : [];

/** What was simulated. */
export const setup: SectionKind = {
  id: "setup",
  label: { en: "The scenario", zh: "情景" },
  heading: { en: "The scenario", zh: "情景" },
  build({ evidence, subject, lang }) {
    const { scenario, recordings } = subject;
    const { vendorIds, productIds } = recordings[0];
    const agents = evidence.value("A/scenario.demand.agents", whole);
    const span = [day(scenario.clock.start, lang), day(scenario.clock.end, lang)];
    // What a library says of its scenario no longer holds once that is changed.
    const told = ownText(subject, (s) => s.description);
    const about = told ? [plain(say(told, lang))] : [];
    const size = say(shape, lang)(vendorIds.length, productIds.length, agents, span);
    const rates = evidence.arms.flatMap((arm) => inMoney(arm, lang));
    const prose: Block = { kind: "prose", sentences: [...about, size, ...rates] };
    return [prose];
  },
};
