import { Document, isMap, parseDocument } from "yaml";
import type { Scenario } from "../../engine/index.ts";
import { applySession, eventOf, nameOf, vendorOf } from "./apply.ts";
import { libraryText, standingAlone } from "./own.ts";
import type { Cut, Session } from "./session.ts";

/** A session as a scenario file: what it starts from, and what differs. Behind the YAML parser's door. */

/** @param base the session's scenario before any change */
export function sessionYaml(session: Session, base: Scenario, name: string): string {
  const document = startOf(session, base, name);
  dropDatedPrices(document, session.held);
  for (const [path, value] of Object.entries(valuesOf(session, base))) put(document, keysOf(base, path), value);
  for (const product of session.held)
    put(document, ["vendors", vendorOf(product), "products", nameOf(product), "strategy"], { kind: "hold" });
  for (const cut of datedCuts(session, base)) document.addIn(["events"], document.createNode(eventOf(cut, base)));
  return document.toString({ lineWidth: 120 });
}

function startOf({ own, scenario, held }: Session, base: Scenario, name: string): Document {
  const titles = { id: "my-scenario", title: { en: name, zh: name } };
  const takesBack = base.events.some((e) => isPriceOf(e, held));
  if (own === null && !takesBack) return new Document({ ...titles, extends: scenario, events: [] });
  if (own === null) {
    const { expect: _theirs, ...whole } = standingAlone(libraryText(scenario).text);
    return new Document({ ...whole, ...titles });
  }
  const document = parseDocument(own);
  return takesBack && document.has("extends") ? new Document(standingAlone(own)) : document;
}

/** Events of a scenario add up with those of the file that extends it: to take one back, the file must stand alone. */
const isPriceOf = ({ kind, product }: { kind?: unknown; product?: unknown }, held: readonly string[]): boolean =>
  kind === "price" && held.includes(String(product));

/** Every path a lever or a form has set, with its value in canonical units. */
function valuesOf({ levers, patches }: Session, base: Scenario): Record<string, unknown> {
  const moved = base.levers
    .filter(({ id }) => Object.hasOwn(levers, id))
    .flatMap(({ id, paths }) => paths.map(({ path, times }) => [path, levers[id] * times] as const));
  return { ...Object.fromEntries(moved), ...patches };
}

/** A path's keys; names may hold dots (`ernie-3.5`), so the scenario says where they end. */
export function keysOf(tree: unknown, path: string): string[] {
  if (path === "") return [];
  const keys = typeof tree === "object" && tree !== null ? Object.keys(tree) : [];
  const fits = keys.filter((key) => path === key || path.startsWith(`${key}.`));
  const key = fits.length > 0 ? fits.reduce((a, b) => (b.length > a.length ? b : a)) : path.split(".")[0];
  return [key, ...keysOf((tree as Record<string, unknown> | undefined)?.[key], path.slice(key.length + 1))];
}

/** A number inside a record of provenance keeps its source and range. */
function put(document: Document, keys: readonly string[], value: unknown): void {
  const there = document.getIn(keys);
  const record = isMap(there) && there.has("value") && typeof value !== "object";
  document.setIn(record ? [...keys, "value"] : keys, document.createNode(value));
}

/** Cuts of products that the scenario has, on days it runs. */
const datedCuts = (session: Session, base: Scenario): readonly Cut[] => {
  const kept = new Set(applySession(base, session).events.map((e) => `${e.date}/${String(e.product)}`));
  return session.cuts.filter((c) => kept.has(`${c.date}/${c.product}`));
};

/** Takes the dated prices of held products out where they stand. */
function dropDatedPrices(document: Document, held: readonly string[]): void {
  const events = (document.toJS() as { events?: readonly Record<string, unknown>[] }).events ?? [];
  for (let k = events.length - 1; k >= 0; k--) if (isPriceOf(events[k], held)) document.deleteIn(["events", k]);
}
