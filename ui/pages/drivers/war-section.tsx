import { THEMES } from "../../../charts/theme/theme.ts";
import { warHeight, WarTimeline } from "../../../charts/marks/war-timeline.tsx";
import type { Scenario, Splits } from "../../../engine/index.ts";
import { warSentence, warSummary } from "../../../words/war-words.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { Fitted } from "../../controls/fitted.tsx";
import { Section } from "./section.tsx";
import { warTable } from "./tables.ts";
import { drivers } from "./words.ts";

/** The war on a calendar: trigger, who came in when, how deep, rounds, trough, who is below cost. */
export function WarSection({ splits, scenario }: { readonly splits: Splits | null; readonly scenario: Scenario }) {
  const say = useSection(drivers);
  const [lang, mode] = [useLanguage(), useMode()];
  if (!splits) return null;
  const { war, course } = splits;
  if (!war || !course) return <Section id="war" title={say("war")} lead={say("peace")} />;
  const lanes = 1 + war.reactions.filter((r) => r.vendor !== war.trigger.product.split(".")[0]).length;
  return (
    <Section
      id="war"
      title={say("war")}
      lead={say("warIs")}
      table={() => warTable(war, scenario, lang)}
      spec={(vega, look) => vega.warSpec({ war, course, scenario }, look)}
    >
      <p className="told">{warSentence(war, scenario, lang)}</p>
      <Fitted height={warHeight(lanes)}>
        {(width) => (
          <WarTimeline
            war={war}
            course={course}
            scenario={scenario}
            width={width}
            theme={THEMES[mode]}
            lang={lang}
            summary={warSummary(war, scenario, lang)}
          />
        )}
      </Fitted>
      <p className="note">{say("warKey")}</p>
    </Section>
  );
}
