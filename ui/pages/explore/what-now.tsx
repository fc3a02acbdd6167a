import library from "virtual:library";
import { Button } from "react-aria-components";
import type { Text } from "../../../engine/index.ts";
import { useSection } from "../../i18n/index.ts";
import { open } from "../../store/app.ts";
import { freshSession } from "../../store/session.ts";
import { scenariosWords } from "./scenarios-words.ts";

const TODAY = "today";

/** What could happen to the market of today: a lever of it moved, or a scenario that extends it. */
const NEXT: readonly { readonly label: Text; readonly scenario: string; readonly levers: Record<string, number> }[] = [
  { label: { en: "As it is", zh: "维持现状" }, scenario: TODAY, levers: {} },
  { label: { en: "DeepSeek halves again", zh: "DeepSeek 再降一半" }, scenario: TODAY, levers: { "next-move": -0.5 } },
  { label: { en: "Light models go free", zh: "轻量模型全部免费" }, scenario: "flash-free", levers: {} },
  { label: { en: "The peak price doubles", zh: "高峰价翻倍" }, scenario: TODAY, levers: { peak: 4 } },
  { label: { en: "GPU rents +35%", zh: "GPU 租金上涨 35%" }, scenario: TODAY, levers: { rents: 1.35 } },
  { label: { en: "An export rule cuts supply", zh: "出口管制收紧" }, scenario: "export-rule", levers: {} },
];

/** The market of today and what may come, each a click away and held against today as it is. */
export function WhatNow({ onDone }: { onDone(): void }) {
  const say = useSection(scenariosWords);
  const today = library.find(({ id }) => id === TODAY);
  if (!today) return null;
  return (
    <section>
      <h3>{say("whatNow")}</h3>
      <p className="sub">{say(today.title)}</p>
      <p className="what-now">
        {NEXT.map(({ label, scenario, levers }) => (
          <Button
            key={label.en}
            className="button"
            onPress={() => {
              void open({ ...freshSession(scenario), levers, baseline: TODAY });
              onDone();
            }}
          >
            {say(label)}
          </Button>
        ))}
      </p>
    </section>
  );
}
