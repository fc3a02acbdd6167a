import library from "virtual:library";
import { OWN, type Session } from "./session.ts";
import type { Base } from "./state.ts";

const loaded = new Map<string, Promise<Base>>();

/** A library scenario, loaded once. Rejects when there is none of that id. */
export function libraryBase(id: string): Promise<Base> {
  const entry = library.find((e) => e.id === id);
  if (!entry) return Promise.reject(new UnknownScenario(id));
  let base = loaded.get(id);
  if (!base) loaded.set(id, (base = entry.load()));
  return base;
}

export class UnknownScenario extends Error {
  override readonly name = "UnknownScenario";
}

/** The text read last: the same object for the same text, since runs are kept by it. */
let written: { readonly text: string; readonly base: Promise<Base> } | null = null;

/** The scenario a session starts from. @throws ScenarioErrors for a text that is none. */
export function baseOf({ scenario, own }: Pick<Session, "scenario" | "own">): Promise<Base> {
  if (scenario !== OWN || own === null) return libraryBase(scenario);
  if (written?.text !== own) written = { text: own, base: read(own) };
  return written.base;
}

/** What a session is held against. */
export const baselineOf = ({ baseline, own }: Session): Promise<Base> => baseOf({ scenario: baseline, own });

async function read(text: string): Promise<Base> {
  const { readOwn } = await import("./own.ts"); // brings the YAML parser and the schema: only who writes YAML pays
  return readOwn(text);
}
