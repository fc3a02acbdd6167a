import type { Text } from "../../engine/index.ts";
import { editor } from "./editor.ts";
import { explore } from "./explore.ts";
import { frame } from "./frame.ts";
import { levers } from "./levers.ts";
import { scenarios } from "./scenarios.ts";
import { strip } from "./strip.ts";
import { vendor } from "./vendor.ts";

const sections = { frame, explore, levers, strip, vendor, editor, scenarios };

type Sections = typeof sections;
type Key = { [S in keyof Sections]: `${S}.${keyof Sections[S] & string}` }[keyof Sections];
type At<K extends Key> = K extends `${infer S extends keyof Sections}.${infer Name}`
  ? Sections[S][Name & keyof Sections[S]]
  : never;
type Words = { readonly [K in Key]: At<K> };

/** Every word that more than one page needs, in each language, by `section.key`. */
export const words = Object.fromEntries(
  Object.entries<Readonly<Record<string, Text>>>(sections).flatMap(([name, section]) =>
    Object.entries(section).map(([key, text]) => [`${name}.${key}`, text]),
  ),
) as Words;
