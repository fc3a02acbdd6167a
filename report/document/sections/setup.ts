import { say } from "../../../engine/index.ts";
import { differences } from "../differences.ts";
import type { Block } from "../model.ts";
import { whole } from "../phrases.ts";
import type { SectionKind } from "../section.ts";
import { day, name, of, plain } from "../sentence.ts";
import { against, andMore, shape, theSame } from "./setup-words.ts";

const MOST = 6; // differences listed one by one

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
    const prose: Block = { kind: "prose", sentences: [...about, size] };
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
