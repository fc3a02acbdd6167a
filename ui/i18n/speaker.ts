import { type Language, type Said, say, type Text } from "../../engine/index.ts";

export type Section = Readonly<Record<string, Text>>;

/** What a text names in double braces. */
type Named<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Named<Rest> : never;
type NamedIn<T extends Text> = Named<T["en"] | T["zh"]>;
type Values<T extends Text> = [NamedIn<T>] extends [never]
  ? []
  : [values: Readonly<Record<NamedIn<T>, string | number>>];

/**
 * Says a text of a section by its key, `say("was", { price })`, or any words that are said in each language,
 * `say(lever.label)`. A key that does not exist is a type error, as is a value that the text does not name, or lacks.
 */
export interface Say<S extends Section> {
  <K extends keyof S & string>(key: K, ...values: Values<S[K]>): string;
  <T>(words: Said<T>): T;
}

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

/** A section's words in one language. Most texts name nothing: they are said as they stand, many times in a drag. */
export const speaker = <S extends Section>(section: S, lang: Language): Say<S> =>
  ((key: string | Said<unknown>, values?: Readonly<Record<string, string | number>>) => {
    if (typeof key !== "string") return say(key, lang);
    const text = say(section[key], lang);
    return values ? filled(text, values) : text;
  }) as Say<S>;
