import {
  type Lever,
  leverValues,
  listedAs,
  type MarketEvent,
  patchScenario,
  readPath,
  type Scenario,
} from "../../engine/index.ts";
import type { Cut, Session } from "./session.ts";

type Edits = Pick<Session, "levers" | "patches" | "cuts" | "events" | "held">;

/** The scenario a session means: the one it starts from, with its levers, patches and price cuts put in. */
export function applySession(base: Scenario, { levers, patches, cuts, events, held }: Edits): Scenario {
  const values = Object.fromEntries(
    base.levers.flatMap((lever) => (Object.hasOwn(levers, lever.id) ? leverValues(lever, levers[lever.id]) : [])),
  );
  const known = Object.entries(patches).filter(([path]) => readPath(base, path) !== undefined);
  const made = Object.entries(patches).filter(([path]) => readPath(base, path) === undefined);
  const grown = made.reduce((s, [path, value]) => withAdded(s, path, value), base);
  const patched = patchScenario(patchScenario(grown, values), Object.fromEntries(known));
  return withDated(held.reduce(holdProduct, patched), { cuts, events, held });
}

/** Puts a vendor, a product or a segment in that the scenario has not; anything else has no place and is left out. */
function withAdded(scenario: Scenario, path: string, value: unknown): Scenario {
  if (readPath(scenario, path) !== undefined) return patchScenario(scenario, { [path]: value }); // of what was added
  const { into, name } = placeOf(scenario, path) ?? {};
  if (into === undefined || name === undefined) return scenario;
  const names = readPath(scenario, into) as Readonly<Record<string, unknown>>;
  return patchScenario(scenario, { [into]: { ...names, [name]: value } });
}

const PLACES = [
  /^(arenas)\.([\w-]+)$/,
  /^(vendors)\.([\w-]+)$/,
  /^(vendors\.[\w-]+\.products)\.([\w.-]+)$/,
  /^(demand\.segments)\.([\w-]+)$/,
];

/** Where a path that leads nowhere would put a new name. */
function placeOf(scenario: Scenario, path: string): { readonly into: string; readonly name: string } | null {
  const found = PLACES.map((place) => place.exec(path)).find((m) => m !== null && isNames(readPath(scenario, m[1])));
  return found ? { into: found[1], name: found[2] } : null;
}

const isNames = (x: unknown): boolean => typeof x === "object" && x !== null && !Array.isArray(x);

/** Where a lever stands in a scenario: its first path speaks for all. */
export const leverValue = (scenario: Scenario, { paths: [first] }: Lever): number =>
  (readPath(scenario, first.path) as number) / first.times;

export const vendorOf = (product: string): string => product.slice(0, product.indexOf("."));
export const nameOf = (product: string): string => product.slice(product.indexOf(".") + 1);

function holdProduct(scenario: Scenario, id: string): Scenario {
  const vendor = scenario.vendors[vendorOf(id)];
  const product = vendor?.products[nameOf(id)];
  if (!product) return scenario;
  const products = { ...vendor.products, [nameOf(id)]: { ...product, strategy: { kind: "hold" } } };
  return { ...scenario, vendors: { ...scenario.vendors, [vendorOf(id)]: { ...vendor, products } } };
}

function withDated(scenario: Scenario, { cuts, events, held }: Pick<Edits, "cuts" | "events" | "held">): Scenario {
  if (cuts.length + events.length + held.length === 0) return scenario;
  const { start, end } = scenario.clock;
  const inside = (c: Cut) =>
    c.date >= start && c.date <= end && scenario.vendors[vendorOf(c.product)]?.products[nameOf(c.product)];
  const own = scenario.events.filter((e) => !(e.kind === "price" && held.includes(String(e.product))));
  const dated = events.filter((e) => e.date >= start && e.date <= end);
  const added = [...cuts.filter(inside).map((cut) => eventOf(cut, scenario)), ...dated];
  return {
    ...scenario,
    events: [...own, ...added].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
  };
}

/** A cut as a scenario file says it: what is not sold by the token has a price of its own name. */
export function eventOf({ date, product, ...price }: Cut, { vendors, arenas }: Scenario): MarketEvent {
  const meter = arenas[vendors[vendorOf(product)].products[nameOf(product)].arena]?.meter ?? "token";
  if (meter === "token") return { date, kind: "price", product, price };
  const listed = Object.entries(listedAs(meter, price.input)).map(([name, x]) => [name, Number(x.toPrecision(12))]);
  return { date, kind: "price", product, price: Object.fromEntries(listed) }; // 49, not 49.00000000000001
}
