import { useState } from "react";
import { type Effect, Effects, effectsHeight } from "../../../charts/marks/effects.tsx";
import { inkIn, THEMES } from "../../../charts/theme/theme.ts";
import {
  band,
  type Said,
  type Scenario,
  SHARE_CAUSES,
  type ShareAttribution,
  type Span,
  hasLastingUsers,
} from "../../../engine/index.ts";
import { SHARE_WORDS } from "../../../words/explain-words.ts";
import { list, percent, points } from "../../../words/format.ts";
import { useSection } from "../../i18n/index.ts";
import { useFocused, vendorIn } from "../../store/focus.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { usePlace } from "./place.ts";
import { Progress } from "./progress.tsx";
import type { ChartSpec } from "../../controls/vega-buttons.tsx";
import { Fitted } from "../../controls/fitted.tsx";
import { Section } from "./section.tsx";
import { effectsTable } from "./tables.ts";
import { useAsked } from "./use-asked.ts";
import { sellers, VendorPicker } from "./vendor-picker.tsx";
import { drivers } from "./words.ts";

const RUNS = 5;
const mean = (x: readonly number[]) => x.reduce((a, b) => a + b, 0) / x.length;

const VALUES: Said<number> = { en: 76, zh: 100 }; // room for the values [px]

/** What makes a vendor's share: price, quality, switching cost, ecosystem, brand. */
export function ShareSection({ scenario, span }: { readonly scenario: Scenario; readonly span: Span }) {
  const say = useSection(drivers);
  const [lang, mode] = [useLanguage(), useMode()];
  const { show, of } = usePlace();
  const all = sellers(scenario);
  const asked = show === "share" && of !== null && all.includes(of) ? of : null;
  const looked = vendorIn(useFocused());
  const first = asked ?? (looked !== null && all.includes(looked) ? looked : all[0]);
  const [chosen, setVendor] = useState<string | null>(null);
  const vendor = chosen ?? first;
  const found = useAsked(scenario, "share", { vendor, date: span.to }, { runs: RUNS, auto: asked === vendor });
  const ink = inkIn(scenario.vendors, vendor, mode);
  const effect = (id: string, label: string, pick: (x: ShareAttribution) => number, total = false): Effect => {
    const x = found.answer!.map(pick);
    const text = total ? percent(mean(x)) : points(mean(x), lang);
    const [low, high] = band(x);
    return { id, label, value: mean(x), low, high, text, color: ink.mark, total };
  };
  const effects = found.answer
    ? [
        effect("base", say("alike"), (x) => x.base, true),
        ...SHARE_CAUSES.map((c) => effect(c, say(SHARE_WORDS[c]), (x) => x.causes[c])),
        effect("share", say("itsShare"), (x) => x.share, true),
      ]
    : [];
  const spec: ChartSpec = (vega, look) => vega.effectsSpec({ effects }, look);
  const table = effects.length > 0 ? () => effectsTable(effects, percent, lang) : undefined;
  const tools = <VendorPicker scenario={scenario} value={vendor} onChange={setVendor} />;
  if (!hasLastingUsers(scenario)) return <Section id="share" title={say("shareTitle")} lead={say("textbook")} />;
  return (
    <Section
      id="share"
      title={say("shareTitle")}
      lead={say("shareIs", { n: RUNS })}
      tools={tools}
      table={table}
      spec={spec}
    >
      <Progress asked={found} label={say("shareTitle")} />
      {effects.length > 0 && (
        <Fitted height={effectsHeight(effects.length)}>
          {(width) => (
            <Effects
              effects={effects}
              width={width}
              left={112}
              right={say(VALUES)}
              theme={THEMES[mode]}
              summary={list(
                effects.map((e) => `${e.label} ${e.text}`),
                lang,
              )}
            />
          )}
        </Fitted>
      )}
    </Section>
  );
}
