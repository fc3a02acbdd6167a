import {
  costModels,
  eventKinds,
  type MarketEvent,
  readPath,
  type Scenario,
  strategies,
  type Text,
} from "../../engine/index.ts";
import { applySession, nameOf, vendorOf } from "./apply.ts";
import type { Session } from "./session.ts";

export interface Sound {
  readonly session: Session;
  readonly dropped: readonly string[]; // what the scenario has no place for
}

/** A session without what its scenario does not know: links are typed by people and outlive scenarios. */
export async function soundSession(s: Session, base: Scenario): Promise<Sound> {
  const dropped: string[] = [];
  const keep = (fits: boolean, name: string) => fits || (dropped.push(clip(name)), false);
  const isLever = (id: string, x: number) => base.levers.some((l) => l.id === id && x >= l.range[0] && x <= l.range[1]);
  const isProduct = (id: string) =>
    Object.hasOwn(base.vendors[vendorOf(id)]?.products ?? {}, nameOf(id)) || isNew(s, id);
  const grown = { base, with: applySession(base, { ...s, levers: {}, cuts: [], events: [], held: [] }) };
  const isKnown = ({ kind, vendor }: MarketEvent) =>
    eventKinds.has(kind) &&
    (vendor === undefined || Object.hasOwn(base.vendors, String(vendor)) || added(String(vendor)));
  const added = (vendor: string) => Object.hasOwn(s.patches, `vendors.${vendor}`);
  const inside = (date: string) => date >= base.clock.start && date <= base.clock.end;
  const isPrice = (x: unknown) => x === undefined || (typeof x === "number" && x <= MOST_MONEY);
  const levers = Object.entries(s.levers).filter(([id, x]) => keep(isLever(id, x), `${id} = ${x}`));
  const fitting = Object.entries(s.patches).filter(([path, x]) => keep(fitsAt(grown, path, x), path));
  const taken = await takenBySchema(s, base, fitting);
  const dated = s.events.filter((e) => keep(isKnown(e) && inside(e.date), `${e.kind} ${e.date}`));
  const eventsTaken =
    dated.length === 0 || (await readsAsFile({ ...s, patches: Object.fromEntries(fitting), events: dated }, base));
  const session: Session = {
    ...s,
    levers: Object.fromEntries(levers),
    patches: Object.fromEntries(fitting.filter(([path]) => keep(taken.has(path), path))),
    cuts: s.cuts.filter(({ date, product, ...price }) =>
      keep(isProduct(product) && inside(date) && Object.values(price).every(isPrice), `${product} ${date}`),
    ),
    events: dated.filter((e) => keep(eventsTaken, `${e.kind} ${e.date}`)),
    held: s.held.filter((id) => keep(isProduct(id), id)),
  };
  return { session: dropped.length > 0 ? session : s, dropped };
}

/** Whether a product was added by hand, alone or with its vendor. */
function isNew({ patches }: Session, id: string): boolean {
  const vendor = patches[`vendors.${vendorOf(id)}`] as { readonly products?: object } | undefined;
  return (
    `vendors.${vendorOf(id)}.products.${nameOf(id)}` in patches || Object.hasOwn(vendor?.products ?? {}, nameOf(id))
  );
}

const MOST_MONEY = 1e15; // as files have it
const MOST_SHOWN = 60;

const clip = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

/** Whether a file could say what was added and what happens on a date. */
async function readsAsFile(s: Session, base: Scenario): Promise<boolean> {
  const [{ readOwn, ScenarioErrors }, { sessionYaml }] = await Promise.all([
    import("./own.ts"),
    import("./session-yaml.ts"),
  ]);
  try {
    readOwn(sessionYaml({ ...s, levers: {}, cuts: [], held: [] }, base, "x"));
    return true;
  } catch (error) {
    if (error instanceof ScenarioErrors) return false;
    throw error;
  }
}

/** Paths whose values a file or --set could have there too: one door's bounds are every door's. */
async function takenBySchema(
  s: Session,
  base: Scenario,
  given: readonly (readonly [string, unknown])[],
): Promise<Set<string>> {
  if (given.length === 0) return new Set();
  const isThere = ([path]: readonly [string, unknown]) => readPath(base, path) !== undefined;
  const whole = { ...s, patches: Object.fromEntries(given), events: [] };
  if (!given.every(isThere) && (await readsAsFile(whole, base))) return new Set(given.map(([path]) => path));
  const patches = given.filter(isThere); // what was added goes together, or not at all
  if (patches.length === 0) return new Set();
  const { takes } = await import("./own.ts"); // brings the YAML parser and the schema
  const all = new Set(patches.map(([path]) => path));
  if (takes(s, Object.fromEntries(patches))) return all;
  return new Set(patches.filter(([path, x]) => takes(s, { [path]: x })).map(([path]) => path));
}

/** Numbers go where numbers are (or a purse that has no limit), plugins where plugins of that registry are. */
function fitsAt(grown: { readonly base: Scenario; readonly with: Scenario }, path: string, value: unknown): boolean {
  const own = readPath(grown.base, path);
  if (own === undefined && readPath(grown.with, path) === undefined) return false;
  if (own === undefined) return isAmount(value) || (typeof value === "object" && value !== null);
  if (/\.(price|tariff|also|traffic|plan)$/.test(path)) return typeof value === "object" && value !== null;
  if (path.endsWith(".cash")) return own !== undefined && (value === null || isAmount(value));
  if (typeof own === "number") return isAmount(value);
  if (!isChoice(own) || !isChoice(value)) return false;
  return (path.endsWith(".strategy") ? strategies : costModels).has(value.kind);
}

const isAmount = (x: unknown): boolean => typeof x === "number" && Number.isFinite(x) && x >= 0;
const isChoice = (x: unknown): x is { readonly kind: string } =>
  typeof x === "object" && x !== null && "kind" in x && typeof x.kind === "string";

export const droppedText = (dropped: readonly string[]): Text => ({
  en: `Left out, as this scenario has no place for it: ${dropped.slice(0, 3).join("; ")}`,
  zh: `以下内容与该情景不符，已略去：${dropped.slice(0, 3).join("；")}`,
});
