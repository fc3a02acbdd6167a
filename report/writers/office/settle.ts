import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { drawable } from "./drawable.ts";
import { renumbered } from "./renumber.ts";

const DAY = new Date(2000, 0, 1); // zip holds local time: the same digits on every machine
const LEVEL = 6;

/**
 * Office files are zips that say when they were made, within and without. The same content, without that: entries in order of
 * their names, one date for all; files inside files as well.
 */
export function settled(zip: Uint8Array, extra: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const entries = renumbered({ ...unzipSync(zip), ...extra });
  const out: Zippable = {};
  for (const name of Object.keys(entries).toSorted()) {
    if (name.endsWith("/")) continue; // folders need no entries
    out[name] = [inner(name, entries[name]), { mtime: DAY, level: LEVEL }];
  }
  return zipSync(out);
}

function inner(name: string, bytes: Uint8Array): Uint8Array {
  if (name.endsWith(".xlsx")) return settled(bytes);
  if (/^ppt\/charts\/chart\d+\.xml$/.test(name)) return strToU8(drawable(strFromU8(bytes)));
  if (!name.endsWith("docProps/core.xml")) return bytes;
  return strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, "$12000-01-01T00:00:00Z"));
}
