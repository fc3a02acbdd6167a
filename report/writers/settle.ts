import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

const DAY = new Date(2000, 0, 1); // zip holds local time: the same digits on every machine
const LEVEL = 6;

/**
 * Office files are zips that say when they were made, in their names and in their content. This takes it out: entries
 * in order of their names, one date for all, files inside files as well.
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

const NUMBERED = /(charts\/chart|charts\/_rels\/chart|Microsoft_Excel_Worksheet)(\d+)/g;

/**
 * PptxGenJS counts charts over the life of the process. Here each deck counts from 1, so that no deck depends on those
 * made before it.
 */
function renumbered(entries: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const used = Object.keys(entries).flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []);
  const before = Math.min(...used.map(Number)) - 1;
  if (used.length === 0 || before === 0) return { ...entries };
  const own = (text: string) =>
    text.replace(NUMBERED, (_, stem: string, k: string) => stem + String(Number(k) - before));
  const refers = (name: string) => name.endsWith(".rels") || name === "[Content_Types].xml";
  return Object.fromEntries(
    Object.entries(entries).map(([name, bytes]) => [own(name), refers(name) ? strToU8(own(strFromU8(bytes))) : bytes]),
  );
}

/**
 * PptxGenJS writes what is missing as an empty value, and labels' spacing after an element that must come last
 * (ECMA-376 part 1, 21.2.2.25): a strict reader repairs or refuses the chart. This drops points that do not exist,
 * sets the order right and takes the deck's typeface.
 */
const drawable = (xml: string): string =>
  xml
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "")
    .replace(/(<c:noMultiLvlLbl val="\d"\/>)\s*(<c:tickLblSkip val="\d+"\/>)/g, "$2$1")
    .replaceAll('typeface="Arial"', 'typeface="+mn-lt"');
