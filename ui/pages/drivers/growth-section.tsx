import { type Effect, Effects, effectsHeight } from "../../../charts/marks/effects.tsx";
import { THEMES } from "../../../charts/theme/theme.ts";
import {
  type Growth,
  GROWTH_CAUSES,
  type GrowthAttribution,
  band,
  quantile,
  type Said,
  type Scenario,
  type Span,
  hasLastingUsers,
} from "../../../engine/index.ts";
import { GROWTH_WORDS } from "../../../words/explain-words.ts";
import { list, number, percent } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { usePlace } from "./place.ts";
import { Progress } from "./progress.tsx";
import type { ChartSpec } from "../../controls/vega-buttons.tsx";
import { Fitted } from "../../controls/fitted.tsx";
import { Section } from "./section.tsx";
import { effectsTable } from "./tables.ts";
import { useAsked } from "./use-asked.ts";
import { drivers } from "./words.ts";

const RUNS = 5;

interface Props {
  readonly scenario: Scenario;
  readonly span: Span;
  readonly growth: readonly Growth[]; // as the flows were, by replication
}

const LABELS: Said<number> = { en: 186, zh: 100 }; // room for the labels [px]

/** What multiplied tokens, cause by cause; next to it what the flows say. */
export function GrowthSection({ scenario, span, growth }: Props) {
  const say = useSection(drivers);
  const [lang, mode] = [useLanguage(), useMode()];
  const found = useAsked(scenario, "growth", { span }, { runs: RUNS, auto: usePlace().show === "growth" });
  if (!hasLastingUsers(scenario)) return <Section id="growth" title={say("growthTitle")} lead={say("textbook")} />;
  const effect = (id: string, label: string, pick: (x: GrowthAttribution) => number, total = false): Effect => {
    const x = found.answer!.map(pick);
    const [value, low, high] = [quantile(x, 0.5), ...band(x)].map(Math.log);
    return { id, label, value, low, high, text: `${number(Math.exp(value))}×`, total };
  };
  const effects = found.answer
    ? [
        ...GROWTH_CAUSES.map((c) => effect(c, say(GROWTH_WORDS[c]), (x) => x.causes[c])),
        effect("rest", say("rest"), (x) => x.rest),
        effect("times", say("together"), (x) => x.times, true),
      ]
    : [];
  const spec: ChartSpec = (vega, look) => vega.effectsSpec({ effects }, look);
  const table = effects.length > 0 ? () => effectsTable(effects, (x) => `${number(Math.exp(x))}×`, lang) : undefined;
  return (
    <Section id="growth" title={say("growthTitle")} lead={say("growthIs", { n: RUNS })} table={table} spec={spec}>
      <Progress asked={found} label={say("growthTitle")} />
      {effects.length > 0 && (
        <Fitted height={effectsHeight(effects.length)}>
          {(width) => (
            <Effects
              effects={effects}
              width={width}
              left={say(LABELS)}
              right={48}
              theme={THEMES[mode]}
              summary={list(
                effects.map((e) => `${e.label} ${e.text}`),
                lang,
              )}
            />
          )}
        </Fitted>
      )}
      {growth.length > 0 && <Flows growth={growth} />}
    </Section>
  );
}

function Flows({ growth }: Pick<Props, "growth">) {
  const say = useSection(drivers);
  const mean = (pick: (g: Growth) => number) => growth.reduce((sum, g) => sum + pick(g), 0) / growth.length;
  const grown = mean((g) => g.to - g.from);
  const part = (pick: (g: Growth) => number) => (grown > 0 ? percent(mean(pick) / grown) : "–");
  const values = {
    moreUse: part((g) => g.moreUse),
    newApplications: part((g) => g.newApplications),
    switching: part((g) => g.switching),
    left: part((g) => g.left),
    exogenous: part((g) => g.exogenous),
    aware: number(mean((g) => g.awareTo / g.awareFrom)),
  };
  return (
    <p className="note">
      <b>{say("flowsTitle")}</b> {say("flowsIs", values)}
    </p>
  );
}
