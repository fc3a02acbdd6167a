import { type Language, type Move, type Said, say, type Scenario, strategies, type Text } from "../engine/index.ts";
import { labelled, zhJoin } from "./punctuation.ts";
import { fullName, vendorName } from "./names.ts";

/** The reason of moves that no strategy makes. */
const EVENT: Text = { en: "set in the scenario or by you", zh: "由情景或你设定" };

const TOGETHER: Said<(before: string, named: string, after: string) => string> = {
  en: (before, named, after) => before + named + after,
  zh: zhJoin,
};

/** Why a price moved: the rule, and the reason that its strategy has words for. */
export function reasonOf(move: Move, s: Scenario, lang: Language): string {
  const reason = plainReason(move, s, lang);
  return strategies.has(move.rule) ? labelled(say(strategies.get(move.rule).label, lang), reason.trim(), lang) : reason;
}

/** The same for who does not know the rules by name; `{x}` is whom or what a reason is about. */
export function plainReason({ rule, because }: Move, s: Scenario, lang: Language): string {
  const [key, about = ""] = split(because);
  const named = about.includes(".") ? fullName(s, about, lang) : vendorName(s, about, lang);
  const strategy = strategies.has(rule) ? strategies.get(rule) : null;
  const known = key === "event" ? EVENT : strategy?.reasons?.[key];
  return known
    ? say(known, lang).replace(/(.?)\{x\}(.?)/, (_, before: string, after: string) =>
        say(TOGETHER, lang)(before, named, after),
      )
    : because;
}

function split(because: string): [string, string?] {
  const at = because.indexOf(":");
  return at < 0 ? [because] : [because.slice(0, at), because.slice(at + 1)];
}
