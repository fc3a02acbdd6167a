import { readDate } from "../scenario/read-date.ts";
import type { Text } from "../text/text.ts";
import type { Place } from "../text/errors.ts";
import type { ParameterTable } from "../registry.ts";
import { strategies } from "../strategies/index.ts";
import type { Located } from "./located.ts";
import { afterLastStep } from "./event-checks.ts";

/**
 * What a scenario takes over from another and that has no place in it any more: it happens outside its clock, or is
 * about something that it took out. It is left out, and said. What the same file says of it stays, and is an error.
 */
export function withoutLeftOver(tree: Located, file: string, days: Days): { root: Located; notes: Text[] } {
  const root: Whole = { ...tree, file, ...days };
  const notes: Text[] = [];
  const map = new Map(root.map);
  const before = map.get("events")?.list ?? [];
  for (const key of ["events", "expect"])
    setList(map, key, (list) => list.filter((item) => keeps(root, item, key, notes)));
  const places = before.map((event) => map.get("events")!.list!.indexOf(event));
  setList(map, "levers", (list) => list.map((l) => withoutPaths(root, l, places, notes)).filter((l) => l !== null));
  const vendors = map.get("vendors");
  const each = [...(vendors?.map ?? [])].map(([id, v]) => [id, inStrategies(root, v, id, notes)] as const);
  if (vendors?.map) map.set("vendors", { ...vendors, map: new Map(each) });
  return { root: { ...tree, map }, notes };
}

/** Whether an entry still has a meaning; what has none is noted. */
function keeps(root: Whole, item: Located, path: string, notes: Text[], own = ""): boolean {
  const named = own === "" ? null : takenOut(root, `${own}.${textAt(item, "product") ?? ""}`, item.place);
  const why = named ?? gone(root, item) ?? outsideClock(root, item);
  if (why) notes.push(note(item.place, path, why));
  return why === null;
}

interface Days {
  readonly lastDay: string | null;
  readonly lastStep: string | null; // beyond it claims may still be made, but nothing happens
}

/** The tree, and the file that is read: the top one. */
interface Whole extends Located, Days {
  readonly file: string;
}

/** Whether `item` was written before `cause`, in a file below it or under what a command line sets. */
const overtaken = ({ file }: Whole, item: Place, cause: Place): boolean =>
  cause.file !== item.file && (item.file !== file || cause.file.startsWith("--set"));

function setList(
  map: Map<string, Located>,
  key: string,
  change: (list: readonly Located[]) => readonly Located[],
): void {
  const node = map.get(key);
  if (node?.list) map.set(key, { ...node, list: change(node.list) });
}

const note = ({ file, line }: Place, path: string, why: Text): Text => ({
  en: `${file}:${line} ${path}: ${why.en}; left out`,
  zh: `${file}:${line} ${path}：${why.zh}，已略去`,
});

const textAt = (node: Located | undefined, key: string): string | undefined => {
  const value = node?.map?.get(key)?.value;
  return typeof value === "string" ? value : undefined;
};

/** An event, claim or dated price on a day that the clock of another file leaves out. */
function outsideClock(root: Whole, item: Located): Text | null {
  const { lastDay, lastStep } = root;
  const clock = root.map?.get("clock");
  const date = readDate(textAt(item, "date") ?? textAt(item, "at"));
  if (date === null || !clock) return null;
  const start = clock.map?.get("start");
  const end = clock.map?.get("end") ?? clock.map?.get("weeks");
  const foreign = (other: Located | undefined) => other !== undefined && overtaken(root, item.place, other.place);
  const first = readDate(start?.value);
  if (foreign(start) && first !== null && date < first)
    return { en: `${date} is before the start, ${first}`, zh: `${date} 早于开始日 ${first}` };
  if (lastDay !== null && (foreign(end) || foreign(start)) && date > lastDay)
    return { en: `${date} is after the end, ${lastDay}`, zh: `${date} 晚于结束日 ${lastDay}` };
  if (lastStep !== null && (foreign(end) || foreign(start)) && textAt(item, "date") !== undefined && date > lastStep)
    return afterLastStep(date, lastStep);
  return null;
}

/** An event or claim about what another file took out. */
function gone(root: Whole, item: Located): Text | null {
  const paths = ["product", "vendor", "segment", "metric"].flatMap((key) => {
    const name = textAt(item, key);
    return name === undefined ? [] : [pathOf(key, name)];
  });
  return paths.map((path) => takenOut(root, path, item.place)).find((why) => why !== null) ?? null;
}

/** The path of what a key of an event or a claim names. */
function pathOf(key: string, name: string): string {
  if (key === "vendor") return `vendors.${name}`;
  if (key === "segment") return `demand.segments.${name}`;
  const [group, ...rest] = key === "product" ? ["products", ...name.split(".")] : name.split(".").slice(0, -1);
  if (group === "products") return `vendors.${rest[0]}.products.${rest.slice(1).join(".")}`;
  return group === "segments" ? `demand.segments.${rest.join(".")}` : [group, ...rest].join(".");
}

/** The part of a path that a file took out, if it is another than the one that speaks of it. */
function takenOut(root: Whole, path: string, from: Place): Text | null {
  let [node, rest]: [Located | undefined, string] = [root, path];
  while (node?.map && rest !== "") {
    const at = rest;
    const under = (names: Iterable<string>) =>
      [...names]
        .filter((name) => at === name || at.startsWith(`${name}.`))
        .reduce((a, b) => (b.length > a.length ? b : a), "");
    const key = under(node.map.keys());
    const lost = under(node.gone?.keys() ?? []);
    if (key === "" && lost !== "")
      return overtaken(root, from, node.gone!.get(lost)!)
        ? { en: `“${lost}” is taken out`, zh: `“${lost}”已被去掉` }
        : null;
    if (key === "") return null;
    [node, rest] = [node.map.get(key), rest.slice(key.length + 1)];
  }
  return null;
}

/** A lever without the paths that lead to what is gone, and events by their new numbers; null where none is left. */
function withoutPaths(root: Whole, lever: Located, places: readonly number[], notes: Text[]): Located | null {
  const paths = lever.map?.get("paths");
  if (!paths?.list) return lever;
  const why = (p: Located) => takenOut(root, pathAt(p), p.place) ?? (eventAt(p, places) === -1 ? EVENT_GONE : null);
  const kept = paths.list.filter((p) => why(p) === null);
  const list = kept.map((p) => renumbered(p, eventAt(p, places)));
  if (kept.length < paths.list.length)
    notes.push(
      note(lever.place, `levers ${textAt(lever, "id") ?? ""}`, why(paths.list.find((p) => why(p) !== null)!)!),
    );
  return list.length === 0 ? null : { ...lever, map: new Map(lever.map).set("paths", { ...paths, list }) };
}

const EVENT_GONE: Text = { en: "its event is left out", zh: "所指的事件已略去" };
const EVENT = /^events\.(\d+)(?=\.)/;
const pathAt = (p: Located): string => textAt(p, "path") ?? String(p.value);

/** Where the event that a path names stands among those that stay; -1: it does not, undefined: it names none. */
function eventAt(p: Located, places: readonly number[]): number | undefined {
  const at = EVENT.exec(pathAt(p))?.[1];
  return at === undefined ? undefined : places[Number(at)];
}

function renumbered(p: Located, place: number | undefined): Located {
  if (place === undefined) return p;
  const value = pathAt(p).replace(EVENT, `events.${place}`);
  return p.map ? { ...p, map: new Map(p.map).set("path", { ...p.map.get("path")!, value }) } : { ...p, value };
}

/** Strategies, wherever they stand below vendors, without dated prices and rivals that are no more. */
function inStrategies(root: Whole, node: Located, vendor: string, notes: Text[]): Located {
  if (!node.map) return node;
  const kind = textAt(node, "kind");
  const table: ParameterTable = kind !== undefined && strategies.has(kind) ? strategies.get(kind).parameters : {};
  const own = `vendors.${vendor}.products`; // a list may call them by their own names alone
  const map = new Map<string, Located>();
  for (const [key, child] of node.map) {
    const type = key === "owner" ? "vendor" : table[key]?.type;
    const why = type === "vendor" ? takenOut(root, `vendors.${String(child.value)}`, child.place) : null;
    if (why) notes.push(note(child.place, key, why));
    else if (type === "schedule" && child.list)
      map.set(key, { ...child, list: child.list.filter((entry) => keeps(root, entry, key, notes, own)) });
    else map.set(key, inStrategies(root, child, vendor, notes));
  }
  return { ...node, map };
}
