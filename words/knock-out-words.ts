import { type KnockOut, type Language, type Said, say, type Scenario } from "../engine/index.ts";
import { date } from "./format.ts";
import { fullName, vendorName } from "./names.ts";
import { zhJoin } from "./punctuation.ts";
import { capitalised } from "./sentence.ts";

/** What was taken out of a scenario, called by what it was: an announcement, a launch, a vendor's pricing. */

type Of = Said<(who: string) => string>;

const launch: Of = { en: (product) => `the launch of ${product}`, zh: (product) => zhJoin(product, "的发布") };
const pricing: Of = { en: (who) => `${who}'s own price changes`, zh: (who) => zhJoin(who, "自己的调价") };
const vendor: Of = { en: (who) => who, zh: (who) => who };
const announced: Said<(who: string, day: string) => string> = {
  en: (who, day) => `${who}'s announcement of ${day}`,
  zh: (who, day) => zhJoin(who, day, "的变动"),
};
const dated: Said<(day: string) => string> = {
  en: (day) => `what is set for ${day}`,
  zh: (day) => `${day}的设定`,
};

export function knockOutName(id: string, s: Scenario, lang: Language): string {
  const [kind, about, who] = [id.slice(0, id.indexOf(":")), ...splitOnce(id.slice(id.indexOf(":") + 1))];
  if (kind === "launch") return say(launch, lang)(fullName(s, id.slice("launch:".length), lang));
  if (kind === "hold") return say(pricing, lang)(vendorName(s, about, lang));
  if (kind === "vendor") return say(vendor, lang)(vendorName(s, about, lang));
  if (kind !== "event") return id;
  const day = date(about, lang);
  return s.vendors[who] ? say(announced, lang)(vendorName(s, who, lang), day) : say(dated, lang)(day);
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(":");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

const without: Of = { en: (what) => `Without ${what}`, zh: (what) => zhJoin("没有", what) };

/** A knock-out as one chooses it: “Without DeepSeek's announcement of 19 Aug 2024”. */
export function knockOutText({ id, label }: Pick<KnockOut, "id" | "label">, s: Scenario, lang: Language): string {
  const plain = /^(launch|event|vendor):/.test(id);
  return plain ? say(without, lang)(knockOutName(id, s, lang)) : capitalised(say(label, lang));
}
