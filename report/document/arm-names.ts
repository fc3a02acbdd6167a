import { say, scenarioDifferences, type Text } from "../../engine/index.ts";
import { withChanges } from "./arm-words.ts";
import { ownText } from "./made-from.ts";
import type { Named } from "./gather.ts";

type Titled = Pick<Named, "scenario" | "from" | "called">;

/**
 * Scenarios by names of their own: what was changed by hand is called so, or as its author calls it, and is told apart
 * from the scenario it was made from in every table, sheet and chart.
 */
export const toldApart = <A extends Titled>(arms: readonly A[]): A[] =>
  arms.map((arm, k) => {
    const { scenario, from, called } = arm;
    const taken = arms.some((other, j) => j !== k && j > k && other.scenario.id === scenario.id);
    if (!from && !called && !taken) return arm;
    const title = called ?? (taken ? null : ownText(arm, (s) => s.title)) ?? titleOf(arm);
    const id = taken || from?.id === scenario.id ? `${scenario.id}-${CHANGED}` : scenario.id;
    return { ...arm, scenario: { ...scenario, title, id } };
  });

const CHANGED = "changed";

function titleOf({ scenario, from }: Titled): Text {
  const n = from ? scenarioDifferences(scenario, from).length : 0;
  const short = (lang: "en" | "zh") => say(scenario.title, lang).split(/[:：]/)[0];
  return { en: withChanges.en(short("en"), n), zh: withChanges.zh(short("zh"), n) };
}
