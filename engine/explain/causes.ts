import { scenarioDifferences } from "../experiments/scenario-difference.ts";
import { outputOf, type Focus } from "../experiments/focus.ts";
import { pairedDifference } from "../experiments/paired.ts";
import { parsePeriod } from "../scenario/periods.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { knockOuts } from "./counterfactuals.ts";

/** Something that may have moved a number, and the scenario without it. */
interface Candidate {
  readonly id: string; // edit:3, launch:deepseek.v2, event:2024-05-21:alibaba, hold:alibaba
  readonly without: Scenario;
}

const MOST = 8; // each costs runs

/**
 * What may have moved the number in focus: each change from `base`, launches and dated events up to its day, and each
 * vendor's own pricing (without: it holds its prices). The vendor in focus comes first of these.
 */
export function candidates(scenario: Scenario, base: Scenario | null, focus: Focus): Candidate[] {
  const until = parsePeriod(focus.when)?.to ?? scenario.clock.end;
  const edits = base === null ? [] : scenarioDifferences(scenario, base);
  const undone = edits.flatMap((d, k) => ("undone" in d ? [{ id: `edit:${k}`, without: d.undone() }] : []));
  const edited = new Set(edits.flatMap((d) => (d.kind === "event" ? [d.event.date] : [])));
  const dated = knockOuts(scenario).filter(({ id }) => {
    const [kind, day] = id.split(":");
    return kind === "launch" || (kind === "event" && day <= until && !edited.has(day));
  });
  const happened = dated.slice(0, MOST - HOLDERS).map(({ id, edit }) => ({ id, without: edit(scenario) }));
  return [...undone, ...happened, ...holders(scenario, focus)].slice(0, MOST);
}

const HOLDERS = 5;

/** Vendors that decide about prices, the one in focus first. */
function holders(scenario: Scenario, { entity, id }: Focus): Candidate[] {
  const asked = entity === "vendor" ? id : entity === "product" ? id.split(".")[0] : "";
  const deciding = Object.entries(scenario.vendors).filter(([, v]) => v.strategy.kind !== "hold");
  return deciding
    .map(([vendor]) => vendor)
    .toSorted((a, b) => Number(b === asked) - Number(a === asked))
    .slice(0, HOLDERS)
    .map((vendor) => ({ id: `hold:${vendor}`, without: holding(scenario, vendor) }));
}

function holding(scenario: Scenario, id: string): Scenario {
  const vendor = scenario.vendors[id];
  const products = Object.entries(vendor.products).map(([p, { strategy: _own, ...product }]) => [p, product]);
  const held = { ...vendor, strategy: { kind: "hold" }, products: Object.fromEntries(products) };
  return { ...scenario, vendors: { ...scenario.vendors, [id]: held } };
}

/** What something did to the number in focus: with it less without it, over paired runs. */
export interface Cause {
  readonly id: string;
  readonly mean: number;
  readonly low: number; // 95 % interval
  readonly high: number;
}

export interface Causes {
  readonly output: string;
  readonly agents: number;
  readonly replications: number;
  readonly causes: readonly Cause[]; // those whose sign is clear, the strongest first
}

/** Which of the candidates moved it, from the output in each replication with everything and without each. */
export function causesFrom(
  focus: Focus,
  agents: number,
  whole: readonly number[],
  without: readonly { readonly id: string; readonly values: readonly number[] }[],
): Causes {
  const found = without.map(({ id, values }): Cause => ({ id, ...pairedDifference(whole, values) }));
  const clear = found.filter(({ low, high, mean }) => mean !== 0 && low * high > 0);
  return {
    output: outputOf(focus),
    agents,
    replications: whole.length,
    causes: clear
      .map(({ id, mean, low, high }) => ({ id, mean, low, high }))
      .toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean)),
  };
}
