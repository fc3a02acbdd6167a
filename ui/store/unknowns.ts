import library from "virtual:library";
import { drawable, drawnRun, type Draws, type Scenario } from "../../engine/index.ts";
import { observable, useObservable } from "./observable.ts";
import { once } from "./once.ts";
import { recall, remember } from "./storage.ts";

/** Draws of what is not known that come with pricewar, by the scenario they were made for. */
const shipped = import.meta.glob<Draws>("../../scenarios/draws/*.json", { import: "default" });

/** Whether bands hold what is not known besides luck: one switch for every page. */
export const overUnknowns = observable(recall("unknowns") === "true");
overUnknowns.subscribe(() => remember("unknowns", String(overUnknowns.get())));
export const useOverUnknowns = (): boolean => useObservable(overUnknowns, (on) => on);

const familyOf = (id: string): string => library.find((entry) => entry.id === id)?.family ?? id;
const fileFor = ({ id }: Scenario) => shipped[`../../scenarios/draws/${familyOf(id)}.json`];

/** Whether there is anything to switch to: draws made for the scenario that this one extends. */
export const hasUnknowns = (scenario: Scenario): boolean => fileFor(scenario) !== undefined;

const drawsFor = once(async (scenario: Scenario): Promise<Draws | null> => {
  const draws = (await fileFor(scenario)?.()) ?? null;
  return draws && drawable(scenario, draws) ? draws : null;
});

/** What replication k runs. */
export async function drawnFor(scenario: Scenario, replication: number): Promise<Scenario> {
  const draws = await drawsFor(scenario);
  return draws ? drawnRun(scenario, draws, replication) : scenario;
}

/** The draws by name, as the command line has them; undefined where bands are over chance alone. */
export const drawsAsked = (scenario: Scenario, over: boolean): string | undefined =>
  over && hasUnknowns(scenario) ? familyOf(scenario.id) : undefined;
