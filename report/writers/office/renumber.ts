import { strFromU8, strToU8 } from "fflate";

const NUMBERED = /(charts\/chart|charts\/_rels\/chart|Microsoft_Excel_Worksheet)(\d+)/g;

/** PptxGenJS counts charts over the life of the process: counted from 1 in each deck, a deck does not depend on those before it. */
export function renumbered(entries: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
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
