import type { Text } from "../../text/text.ts";
import { type KnockOut, knockOuts as allOf, without } from "../counterfactuals.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { outcomes, type Wedge, wedges } from "../wedges.ts";
import type { Question } from "./question.ts";

export interface KnockOutsOf {
  readonly ids: readonly string[]; // of `knockOuts`
  readonly date: string; // when outcomes are read
}

/** Outcomes as it is, then in each arm. */
export type KnockOutsPiece = readonly Readonly<Record<string, number>>[];

export interface Arm {
  readonly id: string; // "all": together
  readonly label: Text;
  readonly wedges: readonly Wedge[];
}

/** What would be without something: each knock-out alone and, of several, all together, in paired runs. */
export const knockOutArms: Question<KnockOutsOf, KnockOutsPiece, readonly Arm[]> = {
  runs: ({ ids }) => (ids.length > 1 ? ids.length + 2 : 2),
  least: 2,
  async one(scenario, { ids, date }, simulate) {
    const found = [];
    for (const arm of [scenario, ...arms(scenario, ids).map((a) => a.scenario)])
      found.push(outcomes(await simulate(arm), date));
    return found;
  },
  all(scenario, { ids }, pieces) {
    const base = pieces.map((row) => row[0]);
    return arms(scenario, ids).map(({ id, label }, k) => ({
      id,
      label,
      wedges: wedges(
        base,
        pieces.map((row) => row[k + 1]),
      ),
    }));
  },
};

const TOGETHER: Text = { en: "without all of them", zh: "全部去掉" };

function arms(scenario: Scenario, ids: readonly string[]) {
  const taken = named(scenario, ids);
  const singles = taken.map((k) => ({ id: k.id, label: k.label, scenario: k.edit(scenario) }));
  return taken.length > 1 ? [...singles, { id: "all", label: TOGETHER, scenario: without(scenario, taken) }] : singles;
}

/** @throws RangeError for what there is not. */
function named(scenario: Scenario, ids: readonly string[]): KnockOut[] {
  const all = allOf(scenario);
  return ids.map((id) => {
    const found = all.find((k) => k.id === id);
    if (!found) throw new RangeError(`no knock-out “${id}”; there are ${all.map((k) => k.id).join(", ")}`);
    return found;
  });
}
