import { useState } from "react";
import { type Scenario, type Span, type Worth } from "../../../engine/index.ts";
import { money, number, percent } from "../../../words/format.ts";
import { vendorName } from "../../../words/names.ts";
import { ScrollTable } from "../../controls/scroll-table.tsx";
import { useSection } from "../../i18n/index.ts";
import { useFocused, vendorIn } from "../../store/focus.ts";
import { useLanguage } from "../../store/preferences.ts";
import { usePlace } from "./place.ts";
import { Progress } from "./progress.tsx";
import { Section } from "./section.tsx";
import { useAsked } from "./use-asked.ts";
import { sellers, VendorPicker } from "./vendor-picker.tsx";
import { drivers } from "./words.ts";

const RUNS = 10;

/** Can we afford to follow? Can we afford not to? A two-by-two with numbers. */
export function WorthSection({ scenario, span }: { readonly scenario: Scenario; readonly span: Span }) {
  const say = useSection(drivers);
  const { show, of } = usePlace();
  const all = sellers(scenario);
  const asked = show === "worth" && of !== null && all.includes(of) ? of : null;
  const looked = vendorIn(useFocused());
  const first = asked ?? [looked, "bytedance"].find((id) => id !== null && all.includes(id)) ?? all[0];
  const [chosen, setVendor] = useState<string | null>(null);
  const vendor = chosen ?? first;
  const worth = useAsked(scenario, "worth", { vendor, span }, { runs: RUNS, auto: asked === vendor });
  return (
    <Section
      id="worth"
      title={say("worth")}
      lead={say("worthIs", { n: RUNS })}
      tools={<VendorPicker scenario={scenario} value={vendor} onChange={setVendor} />}
    >
      <Progress asked={worth} label={say("worth")} />
      {worth.answer && <Table worth={worth.answer} scenario={scenario} />}
    </Section>
  );
}

function Table({ worth, scenario }: { readonly worth: Worth; readonly scenario: Scenario }) {
  const say = useSection(drivers);
  const lang = useLanguage();
  const name = vendorName(scenario, worth.vendor, lang);
  const cash = (x: number) => money(x, scenario.currency, lang);
  const { cells, follow, unanswered } = worth;
  const gap = ({ mean, low, high }: Worth["follow"]) => (
    <>
      <b>{cash(mean)}</b>{" "}
      <small>
        [{cash(low)}, {cash(high)}]
      </small>
    </>
  );
  if (cells["cut/react"].profit === cells["hold/react"].profit) return <p className="note">{say("notMoved")}</p>;
  return (
    <div className="worth">
      <ScrollTable label={say("worth")} head={[say("profit"), say("rivalsReact"), say("rivalsHold")]} kind="two-by-two">
        {(["cut", "hold"] as const).map((own) => (
          <tr key={own}>
            <th scope="row">{say(own === "cut" ? "cuts" : "holds", { name })}</th>
            <td>{cash(cells[`${own}/react`].profit)}</td>
            <td>{cash(cells[`${own}/held`].profit)}</td>
          </tr>
        ))}
        <tr className="gap">
          <th scope="row">{say("cutLessHold")}</th>
          <td>{gap(follow)}</td>
          <td>{gap(unanswered)}</td>
        </tr>
      </ScrollTable>
      <Verdicts worth={worth} cash={cash} />
    </div>
  );
}

/** Whether any volume breaks even, and whether the market is large enough for it. */
const breakEvenSaid = ({ rise, share }: Worth["breakEven"]) =>
  !Number.isFinite(rise) ? "breakEvenNever" : share > 1 ? "breakEvenFar" : "breakEvenIs";

function Verdicts({ worth, cash }: { readonly worth: Worth; cash(x: number): string }) {
  const say = useSection(drivers);
  const { follow, holdOut, breakEven, belowCost, runwayWeeks } = worth;
  const size = (x: number) => cash(Math.abs(x));
  const answers = {
    affordFollow: say(follow.low > 0 ? "followYes" : follow.high < 0 ? "followNo" : "followOpen", {
      x: follow.low > 0 || follow.high < 0 ? size(follow.mean) : cash(follow.mean),
    }),
    affordNot: say(holdOut.high < 0 ? "holdCosts" : holdOut.low >= 0 ? "holdGains" : "holdOpen", {
      x: holdOut.high < 0 ? size(holdOut.mean) : cash(holdOut.mean),
    }),
    breakEven: say(breakEvenSaid(breakEven), {
      rise: percent(breakEven.rise),
      share: percent(breakEven.share),
      elasticity: number(breakEven.elasticity),
      realised: percent(breakEven.realised),
    }),
    belowTest: say("belowTestIs", { share: percent(belowCost) }),
    runway: Number.isFinite(runwayWeeks) ? say("weeks", { n: number(runwayWeeks) }) : say("forEver"),
  };
  return (
    <dl className="facts">
      {(Object.keys(answers) as (keyof typeof answers)[]).map((key) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{answers[key]}</dd>
        </div>
      ))}
    </dl>
  );
}
