import type { Text } from "../../engine/index.ts";
import { editor } from "./editor.ts";
import { explore } from "./explore.ts";
import { frame } from "./frame.ts";
import { levers } from "./levers.ts";
import { scenarios } from "./scenarios.ts";
import { strip } from "./strip.ts";
import { vendor } from "./vendor.ts";

type Section = Readonly<Record<string, Text>>;

/** Every word of the app, in both languages, by section. `{{name}}` is filled in. */
export const words = { frame, explore, levers, strip, vendor, editor, scenarios } satisfies Readonly<
  Record<string, Section>
>;

type Words = typeof words;
export type Key = { [S in keyof Words & string]: `${S}.${keyof Words[S] & string}` }[keyof Words & string];
