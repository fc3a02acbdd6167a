import { networkInterfaces } from "node:os";
import { expected } from "../problem-words.ts";
import { type Options, UsageError } from "../verb.ts";

const URL_HOW = {
  en: "an address such as https://school.example/pricewar/",
  zh: "网址，如 https://school.example/pricewar/",
};

/** The address behind a proxy, which ends in a slash. @throws UsageError for what is no address of a page */
function baseUrl({ baseUrl: given }: Options): URL | null {
  if (given === undefined) return null;
  const text = String(given);
  if (!/^https?:/.test(text) || !URL.canParse(text)) throw new UsageError(expected("--base-url", text, URL_HOW));
  return new URL(text.endsWith("/") ? text : `${text}/`);
}

/** The path below which the class is served. */
export const baseOf = (options: Options): string => baseUrl(options)?.pathname ?? "/";

/** The machine's address in the room's network. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const outside = all.filter(({ family, internal }) => family === "IPv4" && !internal);
  const home = outside.find(({ address }) => /^(192\.168|10|172\.(1[6-9]|2\d|3[01]))\./.test(address));
  return (home ?? outside[0])?.address ?? "localhost";
}

/** The flags that open a class at the same address again: phones look for it where it was. */
export function doorFlags({ lan, port, baseUrl: base }: Options): string {
  const given = [
    ["--port", port],
    ["--base-url", base],
  ] as const;
  const flags = given.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag} ${String(value)}`]));
  return [...(lan === true ? ["--lan"] : []), ...flags].map((flag) => ` ${flag}`).join("");
}

/** What people open, by the port that was free. */
export function addresses(options: Options): (port: number) => string {
  const base = baseUrl(options);
  const host = options.lan === true ? lanAddress() : "localhost";
  return (port) => base?.href ?? `http://${host}:${port}/`;
}
