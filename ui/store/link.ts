import { focusOf, type MarketEvent, METER_IDS, type Price, type Text } from "../../engine/index.ts";
import { deflate, inflate } from "./deflate.ts";
import { type Note, readNotes } from "./notes.ts";
import { type Cut, freshSession, OWN, type Session } from "./session.ts";

/** What is looked at, and written next to it: it changes no number. */
interface Looked {
  readonly focus: string | null; // an output: who, what and when
  readonly notes: readonly Note[];
}

/** A link's words for a session, and what cannot be read in it. Everything that decides the numbers is in it. */
interface Read extends Looked {
  readonly session: Session;
  readonly version: string | null; // of the engine that made the link
  readonly fingerprint: string | null; // of the numbers whoever shared it saw
  readonly problems: readonly Text[];
}

const SEPARATOR = ";";

/** `s=china-2024&l=entrant-price:4&c=2024-08-19~alibaba.qwen-plus~4~12`, short and readable where it can be. */
export async function writeLink(s: Session, version: string, looked: Partial<Looked> = {}): Promise<string> {
  const words = new URLSearchParams();
  words.set("s", s.scenario);
  if (s.own !== null) words.set("y", await deflate(s.own));
  if (s.baseline !== s.scenario || s.scenario === OWN) words.set("b", s.baseline);
  const levers = Object.entries(s.levers);
  if (levers.length > 0) words.set("l", levers.map(([id, x]) => `${id}:${x}`).join(SEPARATOR));
  if (s.cuts.length > 0) words.set("c", s.cuts.map(cutPart).join(SEPARATOR));
  if (s.events.length > 0) words.set("e", JSON.stringify(s.events));
  if (s.held.length > 0) words.set("h", s.held.join(SEPARATOR));
  if (Object.keys(s.patches).length > 0) words.set("p", JSON.stringify(s.patches));
  if (s.seed !== "1") words.set("seed", s.seed);
  if (looked.focus) words.set("o", looked.focus);
  if (looked.notes && looked.notes.length > 0) words.set("n", JSON.stringify(looked.notes));
  words.set("v", version);
  return words.toString().replaceAll("%3A", ":").replaceAll("%3B", ";").replaceAll("%7E", "~");
}

/** What an address bar takes in without trouble; the longest scenario there is packs into a tenth of it. */
const MOST = 300_000;
const LONG: Text = { en: "This link is too long to be one of ours.", zh: "链接过长，无法识别。" };

/** Reads what it can; the rest is said. An empty link is a fresh session. */
export async function readLink(hash: string): Promise<Read> {
  if (hash.length > MOST)
    return { session: freshSession(), focus: null, notes: [], version: null, fingerprint: null, problems: [LONG] };
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const problems: Text[] = [];
  const note = (part: string) =>
    problems.push({ en: `This part of the link cannot be read: ${part}`, zh: `链接中这一部分无法识别：${part}` });
  for (const key of words.keys()) if (!KNOWN.has(key)) note(clip(`${key}=${words.get(key) ?? ""}`));
  const own = words.has("y") ? await inflate(words.get("y") ?? "").catch(() => (note("y=…"), null)) : null;
  const scenario = words.get("s") ?? freshSession().scenario;
  const fresh = freshSession(scenario === OWN && own === null ? undefined : scenario);
  const session: Session = {
    ...fresh,
    own: fresh.scenario === OWN ? own : null,
    baseline: baselineIn(words.get("b"), fresh),
    levers: Object.fromEntries(parts(words.get("l")).flatMap((part) => readLever(part) ?? (note(clip(part)), []))),
    cuts: parts(words.get("c")).flatMap((part) => readCut(part) ?? (note(clip(part)), [])),
    events: readEvents(words.get("e")) ?? (note(clip(`e=${words.get("e")}`)), []),
    held: parts(words.get("h")),
    patches: readPatches(words.get("p")) ?? (note(clip(`p=${words.get("p")}`)), {}),
    seed: words.get("seed") ?? "1",
  };
  const focus = words.get("o");
  if (focus !== null && !focusOf(focus)) note(clip(`o=${focus}`));
  return {
    session,
    notes: readNotes(words.get("n")) ?? (note(clip(`n=${words.get("n")}`)), []),
    focus: focus !== null && focusOf(focus) ? focus : null,
    version: words.get("v"),
    fingerprint: words.get("f"),
    problems,
  };
}

const KNOWN = new Set(["f", "s", "y", "b", "l", "c", "e", "h", "p", "seed", "o", "n", "v"]);
/** Only who has a scenario of their own can hold it against what it was. */
function baselineIn(said: string | null, { scenario }: Session): string {
  if (said !== null && (said !== OWN || scenario === OWN)) return said;
  return scenario === OWN ? freshSession().scenario : scenario;
}

const parts = (text: string | null): string[] => (text ? text.split(SEPARATOR).filter(Boolean) : []);
const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function readLever(part: string): [string, number][] | null {
  const at = part.lastIndexOf(":");
  const value = Number(part.slice(at + 1));
  return at > 0 && part.length > at + 1 && Number.isFinite(value) ? [[part.slice(0, at), value]] : null;
}

/** date~product~input~output, and where further meters have a price of their own, those in the order of METERS. */
const cutPart = (cut: Cut): string =>
  [cut.date, cut.product, ...METER_IDS.map((id) => cut[id] ?? "")].join("~").replace(/~+$/, "");

function readCut(part: string): Cut[] | null {
  const [date, product, input, output, ...others] = part.split("~");
  const dated = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  const prices = [input, output, ...others].map((text) => (text ? Number(text) : undefined));
  const readable = prices.every((x) => x === undefined || (x >= 0 && Number.isFinite(x)));
  if (!dated || !product?.includes(".") || !input || !output || !readable || prices.length > METER_IDS.length)
    return null;
  const price = Object.fromEntries(METER_IDS.flatMap((id, k) => (prices[k] === undefined ? [] : [[id, prices[k]]])));
  return [{ date, product, ...(price as unknown as Price) }];
}

function readEvents(text: string | null): readonly MarketEvent[] | null {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    const is = (e: unknown): e is MarketEvent =>
      typeof e === "object" && e !== null && "kind" in e && "date" in e && /^\d{4}-\d{2}-\d{2}$/.test(String(e.date));
    return Array.isArray(value) && value.every(is) ? value : null;
  } catch {
    return null;
  }
}

function readPatches(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
