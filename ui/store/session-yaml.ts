import { Document, isMap, parseDocument } from "yaml";
import type { Scenario } from "../../engine/index.ts";
import { applySession, nameOf, vendorOf } from "./apply.ts";
import type { Cut, Session } from "./session.ts";

/** A session as a scenario file: what it starts from, and what differs. Behind the YAML parser's door. */

/** What a file cannot say: dated prices of the scenario it extends add up, and a product that is held drops them. */
export class HeldDatedPrices extends Error {
  override readonly name = "HeldDatedPrices";
}

/**
 * @param base the session's scenario before any change
 * @throws HeldDatedPrices where a product taken over by hand has dated prices in the library scenario
 */
export function sessionYaml(session: Session, base: Scenario, name: string): string {
  const document = startOf(session, name);
  const before = session.own === null ? new Set(base.events.flatMap((e) => (e.kind === "price" ? [String(e.product)] : []))) : new Set<string>(); // prettier-ignore
  const dated = session.held.find((product) => before.has(product));
  if (dated) throw new HeldDatedPrices(dated);
  if (session.own !== null) dropEvents(document, session.held);
  for (const [path, value] of Object.entries(valuesOf(session, base))) put(document, keysOf(base, path), value);
  for (const product of session.held) put(document, ["vendors", vendorOf(product), "products", nameOf(product), "strategy"], { kind: "hold" }); // prettier-ignore
  for (const cut of datedCuts(session, base)) document.addIn(["events"], document.createNode(eventOf(cut)));
  return document.toString({ lineWidth: 120 });
}

function startOf({ own, scenario }: Session, name: string): Document {
  if (own !== null) return parseDocument(own);
  const document = new Document({ id: "my-scenario", extends: scenario, title: { en: name, zh: name } });
  document.set("events", document.createNode([]));
  return document;
}

/** Every path a lever or a form has set, with its value in canonical units. */
function valuesOf({ levers, patches }: Session, base: Scenario): Record<string, unknown> {
  const moved = base.levers.filter(({ id }) => id in levers).flatMap(({ id, paths }) => paths.map(({ path, times }) => [path, levers[id] * times] as const)); // prettier-ignore
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

const eventOf = ({ date, product, input, output }: Cut) => ({ date, kind: "price", product, price: { input, output } });

/** In a text of the person's own, the dated prices of held products are taken out where they stand. */
function dropEvents(document: Document, held: readonly string[]): void {
  const events = (document.toJS() as { events?: readonly { kind?: string; product?: string }[] }).events ?? [];
  for (let k = events.length - 1; k >= 0; k--)
    if (events[k].kind === "price" && held.includes(String(events[k].product))) document.deleteIn(["events", k]);
}
