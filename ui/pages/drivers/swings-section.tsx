import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { fitted, leverDesign, outputOf, type Scenario } from "../../../engine/index.ts";
import { outputName } from "../../../words/output-words.ts";
import { Picker } from "../../controls/picker.tsx";
import { useSection } from "../../i18n/index.ts";
import { useApp } from "../../store/app.ts";
import type { OpenedDesign } from "../../store/design.ts";
import { useFocused } from "../../store/focus.ts";
import { useLanguage } from "../../store/preferences.ts";
import { RunProgress } from "../../parts/run-bar.tsx";
import { DesignChart } from "../../parts/design-chart.tsx";
import { useDesign } from "../../parts/use-design.ts";
import { Section } from "./section.tsx";
import { drivers } from "./words.ts";

/** What is asked beside the number in focus. */
const OUTPUTS = ["headline.priceFall", "market.hhi", "headline.profitGain"];

/** Each lever over its plausible range, the others as they stand: a tornado. Nothing where there are no levers. */
export function SwingsSection({ scenario }: { readonly scenario: Scenario }) {
  const seed = useApp((s) => s.history.now.seed);
  const asked = useFocused();
  const focus = asked && fitted(asked, scenario);
  const output = focus ? outputOf(focus) : null;
  const opened = useMemo((): OpenedDesign | null => {
    const outputs = output === null ? undefined : [output, ...OUTPUTS];
    const design = leverDesign(scenario, seed, outputs);
    return design && { kind: "runs", ...design, scenario, map: null };
  }, [scenario, seed, output]);
  return opened && <Swings opened={opened} />;
}

function Swings({ opened }: { readonly opened: OpenedDesign }) {
  const say = useSection(drivers);
  const lang = useLanguage();
  const { design, runs } = opened.plan;
  const [chosen, setOutput] = useState(design.outputs[0]);
  const output = design.outputs.includes(chosen) ? chosen : design.outputs[0];
  const [asked, ask] = useState<OpenedDesign | null>(null);
  const [stopped, setStopped] = useState(false);
  const begun = asked === opened; // another scenario waits to be asked anew
  const state = useDesign(begun ? opened : null, stopped);
  const options = design.outputs.map((id) => ({ id, text: outputName(id, opened.scenario, lang) }));
  const start = () => (setStopped(false), ask(opened));
  return (
    <Section
      id="swings"
      title={say("swings")}
      lead={say("swingsIs", { n: runs, each: design.replications })}
      tools={<Picker label={say("outcome")} options={options} value={output} onChange={setOutput} />}
    >
      {begun ? (
        state.done < runs && (
          <div className="run-bar">
            <RunProgress label={say("swings")} state={state} onStop={setStopped} />
          </div>
        )
      ) : (
        <div className="asking">
          <Button className="button" onPress={start} aria-label={`${say("start")}: ${say("swings")}`}>
            {say("start")}
          </Button>
        </div>
      )}
      {begun && state.summary?.sensitivity && state.done === runs && (
        <DesignChart opened={opened} state={state} output={output} />
      )}
    </Section>
  );
}
