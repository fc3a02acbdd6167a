import { readScenario } from "../../engine/authoring.ts";
import type { Scenario } from "../../engine/index.ts";
import { libraryText } from "./scenarios.ts";

/** A few weeks of china-2024 with few people: what arms of a comparison change. */
const BASE = `extends: china-2024
id: base
title: {en: Base, zh: 基准}
clock: {end: 2024-06-23, tickDays: 7, burnInWeeks: 8}
demand: {agents: 600}
`;

const ACME = `vendors:
  acme:
    name: {en: Acme, zh: 甲}
    trust: 0.2
    load: 0.5
    strategy: {kind: hold}
    products:
      one:
        name: One
        tier: main
        quality: -0.2
        price: {input: 2, output: 4}
        cost: {kind: curve, input: 0.3, output: 0.8, learning: 0.1}
`;

/** Arms that differ in who is there, by id: the texts of their files. */
const ARMS = {
  base: BASE,
  entrant: `extends: base\nid: entrant\n${ACME}`,
  idle: `extends: base\nid: idle\n${ACME}        launch: never\n`,
  nozhipu: "extends: base\nid: nozhipu\nvendors: {zhipu: null}\n",
} as const;

/** Reads one of them, or a text that extends one of them. */
export function armNamed(id: string, text = ARMS[id as keyof typeof ARMS]): Scenario {
  const resolve = (name: string) =>
    name in ARMS ? { file: `${name}.yaml`, text: ARMS[name as keyof typeof ARMS] } : libraryText(name);
  return readScenario(text, { file: `${id}.yaml`, resolve }).scenario;
}

/** The same scenario with its vendors in reverse order. */
export const reversed = (scenario: Scenario): Scenario => ({
  ...scenario,
  vendors: Object.fromEntries(Object.entries(scenario.vendors).toReversed()),
});

/** The same scenario with a vendor under another id. */
export function renamed(scenario: Scenario, from: string, to: string): Scenario {
  const vendors = Object.entries(scenario.vendors).map(([id, vendor]) => [id === from ? to : id, vendor] as const);
  return { ...scenario, vendors: Object.fromEntries(vendors) };
}

/** The same scenario with all money in dollars; `rate` yuan to one. The run is the same, its amounts are not. */
export const inDollars = (scenario: Scenario, fx: Scenario["fx"]): Scenario => ({ ...scenario, currency: "USD", fx });
