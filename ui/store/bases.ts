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

/** The scenario a session starts from. @throws ScenarioErrors for a text that is none. */
export async function baseOf(session: Session): Promise<Base> {
  if (session.scenario !== OWN || session.own === null) return libraryBase(session.scenario);
  const { readOwn } = await import("./own.ts"); // brings the YAML parser and the schema: only who writes YAML pays
  return readOwn(session.own);
}
