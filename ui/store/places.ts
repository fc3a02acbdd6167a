import { version } from "../../package.json";
import type { Text } from "../../engine/index.ts";
import { app, open, say, session } from "./app.ts";
import { focus } from "./focus.ts";
import { begin } from "./history.ts";
import { readLink, writeLink } from "./link.ts";
import { type Note, notes } from "./notes.ts";
import { isEdited, type Session } from "./session.ts";
import { strayPage } from "./page.ts";
import { recall, remember } from "./storage.ts";

export { version };

/** The session in the address bar and in this browser's memory: reload, back and a copied link all lead to it. */
let written = "";
let told = false;

export async function startFromAddress(): Promise<void> {
  const here = location.hash.slice(1);
  const read = await readLink(here || (recall("session") ?? ""));
  const { session: first, version: made, fingerprint, problems } = read;
  focus.set(read.focus);
  notes.set(read.notes);
  await open(first, begin(first));
  const stray = strayPage();
  if (stray !== null) say({ kind: "error", text: noPage(stray.slice(0, 40)) });
  else if (problems.length > 0) say({ kind: "error", text: problems[0] });
  else if (made !== null && fingerprint !== null) compareWith(fingerprint, made);
  else if (made !== null && made !== version) sayVersion(made);
  app.subscribe(writeSoon);
  focus.subscribe(writeSoon);
  notes.subscribe(writeSoon);
  addEventListener("hashchange", () => void follow());
  await write();
}

const noPage = (name: string): Text => ({
  en: `There is no page “${name}”. This is Explore.`,
  zh: `没有名为“${name}”的页面，已打开“探索”。`,
});

const sayVersion = (made: string): void =>
  say({
    kind: "info",
    text: {
      en: `This link was made with version ${made}; this is ${version}. Numbers may differ.`,
      zh: `此链接由 ${made} 版生成，当前为 ${version} 版，数值可能略有不同。`,
    },
  });

/** Once the link's run is there, says whether its numbers are still those that were shared. */
function compareWith(shared: string, made: string): void {
  const stop = app.subscribe(() => {
    const now = app.get().result?.fingerprint;
    if (!now) return;
    stop();
    if (!now.startsWith(shared)) say({ kind: "info", text: moved(made) });
  });
}

const moved = (made: string): Text => ({
  en: `The numbers have moved since this link was shared: it was made with version ${made}, this is ${version}.`,
  zh: `自分享此链接以来，数值已有变化：链接由 ${made} 版生成，当前为 ${version} 版。`,
});

const WRITE_MS = 150; // browsers refuse an address that changes with every pixel of a drag
let soon: ReturnType<typeof setTimeout> | undefined;

function writeSoon(): void {
  if (isWritten()) return;
  clearTimeout(soon);
  soon = setTimeout(() => void write(), WRITE_MS);
}

let last: Session | null = null;
let lastFocus: string | null = null;
let lastNotes: readonly Note[] = [];
const isWritten = () => session() === last && focus.get() === lastFocus && notes.get() === lastNotes;

async function write(): Promise<void> {
  if (isWritten()) return;
  const [now, looked, noted] = [session(), focus.get(), notes.get()];
  const turned = last !== null && (last.scenario !== now.scenario || last.baseline !== now.baseline);
  last = now;
  lastFocus = looked;
  lastNotes = noted;
  const link = await writeLink(now, version, { focus: looked, notes: noted });
  if (link === written || !isWritten()) return;
  written = link;
  // Another scenario is a place to come back to; a slider's way there is not.
  history[turned ? "pushState" : "replaceState"](null, "", `#${link}`);
  const kept = remember("session", link);
  if (kept || told || !isEdited(now)) return;
  told = true;
  say({
    kind: "info",
    text: {
      en: "This browser cannot store your changes (storage is full or blocked). Copy the link to keep them.",
      zh: "浏览器无法保存你的修改（存储已满或被禁用）。请复制链接以保留。",
    },
  });
}

/** Back, forward, or an address typed by hand. */
async function follow(): Promise<void> {
  const here = location.hash.slice(1);
  if (here === written) return;
  written = here;
  const { session: next, focus: looked, notes: noted, problems } = await readLink(here);
  last = next;
  lastFocus = looked;
  lastNotes = noted;
  focus.set(looked);
  notes.set(noted);
  await open(next);
  if (problems.length > 0) say({ kind: "error", text: problems[0] });
}

const SHOWN = 12; // characters of a fingerprint: enough to tell two runs apart

/** The address, with the fingerprint of what is shown: whoever opens it is told if the numbers have moved. */
export function shareLink(): string {
  const { result } = app.get();
  const own = result?.fingerprint && !result.quick ? `&f=${result.fingerprint.slice(0, SHOWN)}` : "";
  return location.href + own;
}
