import { type Language, type Move, type Said, say, type Scenario, strategies, type Text } from "../engine/index.ts";
import { labelled, zhJoin } from "./punctuation.ts";
import { fullName, vendorName } from "./names.ts";

/** Reasons strategies give for a move, in words; `{x}` is the product or vendor a reason names. */
const REASONS: Readonly<Record<string, Text>> = {
  gap: { en: "the gap to {x} grew past what it accepts", zh: "与{x}的差价超过可接受的幅度" },
  free: { en: "a light tier given away: rivals are almost free", zh: "对手已近免费，轻量档干脆免费" },
  review: { en: "slow review: part of the gap left open", zh: "定期复核，补上之前留下的部分差价" },
  cost: { en: "cost moved", zh: "成本变了" },
  undercut: { en: "to lie below {x}", zh: "压过{x}" },
  relent: { en: "the floor is reached: back up", zh: "触底，回调" },
  prey: { en: "to wear {x} out", zh: "拖垮{x}" },
  spare: { en: "gives up on {x}", zh: "放过{x}" },
  recoup: { en: "{x} is gone: recoups", zh: "{x}已退出，开始收回成本" },
  bait: { en: "the bait of a loss leader", zh: "以亏本档引流" },
  markup: { en: "earns on what the bait leads to", zh: "靠引流之后的产品赚钱" },
  penetrate: { en: "buys share up to its target", zh: "以低价换份额，直到目标" },
  harvest: { en: "share reached: harvests", zh: "份额到手，开始收割" },
  punish: { en: "punishes {x}", zh: "惩罚{x}" },
  return: { en: "punishment over: back to the focal price", zh: "惩罚期满，回到默契价" },
  formula: { en: "its formula says so", zh: "按公式定价" },
  explore: { en: "tries a price out", zh: "试价" },
  learnt: { en: "its best price so far", zh: "目前学到的最优价" },
  "best-response": { en: "most profitable at rivals' prices", zh: "按对手现价，这样最赚钱" },
  "forward-looking": {
    en: "most profitable counting experience and customers who stay",
    zh: "把经验和留住的客户算上，这样最赚钱",
  },
  scripted: { en: "on its list of dated prices", zh: "按事先定好的日期调价" },
  player: { en: "a person's move", zh: "真人出招" },
  event: { en: "a dated event of the scenario", zh: "情景中写定的变动" },
};

/** Whether a reason has words: everything a strategy of the shelf may say does. */
export const hasWords = (because: string): boolean => split(because)[0] in REASONS;

const TOGETHER: Said<(before: string, named: string, after: string) => string> = {
  en: (before, named, after) => before + named + after,
  zh: zhJoin,
};

/** Why a price moved: the rule, and the reason it gave. Reasons of a plugin's own are shown as they are. */
export function reasonOf({ rule, because }: Move, s: Scenario, lang: Language): string {
  const [key, about = ""] = split(because);
  const named = about.includes(".") ? fullName(s, about, lang) : vendorName(s, about, lang);
  const known = REASONS[key];
  const reason = known
    ? say(known, lang).replace(/(.?)\{x\}(.?)/, (_, before: string, after: string) =>
        say(TOGETHER, lang)(before, named, after),
      )
    : because;
  return strategies.has(rule) ? labelled(say(strategies.get(rule).label, lang), reason.trim(), lang) : reason;
}

function split(because: string): [string, string?] {
  const at = because.indexOf(":");
  return at < 0 ? [because] : [because.slice(0, at), because.slice(at + 1)];
}
