import type { TornadoBar } from "../../charts/data/tornado-bars.ts";
import type { Language, Scenario } from "../../engine/index.ts";
import { type Swings, swingOf } from "../document/swings.ts";
import { setting } from "../../words/format.ts";
import { outputInSentence } from "../../words/output-words.ts";
import type { Figure } from "./figure.ts";

interface Shown {
  readonly id: string;
  readonly output: string;
  readonly words: (x: number) => string;
  readonly scenario: Scenario;
  readonly lang: Language;
}

/** What an output hangs on, the strongest lever on top. Null: no lever moves it. */
export function tornadoFigure(swings: Swings, { id, output, words, scenario, lang }: Shown): Figure | null {
  const zh = lang === "zh";
  const bars = swings.levers
    .map((lever): TornadoBar => {
      const at = (mark: string) => swingOf(swings, lever.id, output, mark);
      const end = (mark: string) => setting(swingOf(swings, lever.id, "setting", mark));
      return {
        id: lever.id,
        name: lever.label[lang],
        from: at("low"),
        to: at("high"),
        fromText: end("low"),
        toText: end("high"),
      };
    })
    .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to) && words(from) !== words(to))
    .toSorted((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
  if (bars.length === 0) return null;
  const origin = swingOf(swings, bars[0].id, output, "base");
  const what = outputInSentence(output, scenario, lang);
  const stands = words(origin);
  return {
    id,
    title: zh ? `${what}取决于什么` : `What ${what} hangs on`,
    subtitle: zh ? "调节项逐一取合理范围的两端，其余不变" : "each lever at the two ends of its plausible range",
    plain: zh
      ? `调节项逐一取合理范围的两端，其余不变；${stands}为原样`
      : `each lever at the two ends of its plausible range; ${stands} as it stands`,
    gutter: "",
    summary: bars
      .map((b) => `${b.name} ${b.fromText} → ${b.toText}${zh ? "：" : ": "}${words(b.from)} → ${words(b.to)}`)
      .join(zh ? "；" : "; "),
    drawing: {
      kind: "tornado",
      bars,
      origin,
      originText: zh ? `原样：${stands}` : `as it stands: ${stands}`,
      name: what,
    },
    table: {
      head: zh
        ? ["调节项", "低端", "高端", "取低端时", "取高端时"]
        : ["Lever", "Low end", "High end", "At low", "At high"],
      rows: bars.map((b) => [b.name, b.fromText, b.toText, words(b.from), words(b.to)]),
    },
  };
}
