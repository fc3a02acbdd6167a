import { costModels, readPath, type Scenario, strategies, type Text } from "../../engine/index.ts";
import { nameOf, vendorOf } from "./apply.ts";
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
  const isProduct = (id: string) => Object.hasOwn(base.vendors[vendorOf(id)]?.products ?? {}, nameOf(id));
  const inside = (date: string) => date >= base.clock.start && date <= base.clock.end;
  const isPrice = (x: unknown) => x === undefined || (typeof x === "number" && x <= MOST_MONEY);
  const levers = Object.entries(s.levers).filter(([id, x]) => keep(isLever(id, x), `${id} = ${x}`));
  const fitting = Object.entries(s.patches).filter(([path, x]) => keep(fitsAt(base, path, x), path));
  const taken = await takenBySchema(s, fitting);
  const session: Session = {
    ...s,
    levers: Object.fromEntries(levers),
    patches: Object.fromEntries(fitting.filter(([path]) => keep(taken.has(path), path))),
    cuts: s.cuts.filter(({ date, product, ...price }) =>
      keep(isProduct(product) && inside(date) && Object.values(price).every(isPrice), `${product} ${date}`),
    ),
    held: s.held.filter((id) => keep(isProduct(id), id)),
  };
  return { session: dropped.length > 0 ? session : s, dropped };
}

const MOST_MONEY = 1e15; // as files have it
const MOST_SHOWN = 60;

const clip = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

/** Paths whose values a file or --set could have there too: one door's bounds are every door's. */
async function takenBySchema(s: Session, patches: readonly (readonly [string, unknown])[]): Promise<Set<string>> {
  if (patches.length === 0) return new Set();
  const { takes } = await import("./own.ts"); // brings the YAML parser and the schema
  const all = new Set(patches.map(([path]) => path));
  if (takes(s, Object.fromEntries(patches))) return all;
  return new Set(patches.filter(([path, x]) => takes(s, { [path]: x })).map(([path]) => path));
}

/** Numbers go where numbers are (or a purse that has no limit), plugins where plugins of that registry are. */
function fitsAt(base: Scenario, path: string, value: unknown): boolean {
  const own = readPath(base, path);
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
