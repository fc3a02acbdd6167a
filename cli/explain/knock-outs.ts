import type { Arm, Language, Scenario } from "../../engine/index.ts";
import { number } from "../../words/format.ts";
import { outcomeFormat, outcomeName } from "../../words/explain-words.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";

export function knockOutText(arms: readonly Arm[], { scenario, runs, options: { lang } }: Asked): string {
  const zh = lang === "zh";
  const tables = arms.map((arm) => armText(arm, scenario, runs, lang));
  return [...tables, arms.length > 1 ? orderNote(arms, scenario, lang) : "", zh ? NOTE.zh : NOTE.en].join("\n");
}

const NOTE = {
  en: "Pairs share every draw. Variance saved: how many times fewer runs pairing needs than independent arms would. Where vendors react by\nrule, the cascade's own chance lives in one arm and little is saved; where prices are scripted, much.",
  zh: "成对运行共用全部随机数。“方差节省” 指相对独立运行，所需次数可减少到几分之一。厂商按规则反应时，连锁反应自身的随机性只存在于一边，\n节省有限；价格写定时节省很多。",
};

function armText({ label, wedges: found }: Arm, s: Scenario, runs: number, lang: Language): string {
  const zh = lang === "zh";
  const head = zh
    ? ["指标", "原样", "去掉后", "差", "95% 区间", "方差节省"]
    : ["outcome", "as is", "without", "difference", "95% interval", "variance saved"];
  const table = plainTable(head, [1, 2, 3, 5]);
  for (const w of found) {
    if (w.base === 0 && w.mean === 0) continue;
    const { value: show, gap } = outcomeFormat(w.path, s.currency, lang);
    const saved = w.mean === 0 && w.low === w.high ? "–" : `${number(w.varianceSaved, 2)}×`;
    table.push([
      outcomeName(w.path, s, lang),
      show(w.base),
      show(w.base + w.mean),
      gap(w.mean),
      `${gap(w.low)} – ${gap(w.high)}`,
      saved,
    ]);
  }
  const title = zh ? `${label.zh}（${runs} 对，期末）` : `${label.en} (${runs} pairs, at the end)`;
  return `${title}\n${table.toString()}\n`;
}

/** Effects of single knock-outs need not add up to that of all together. */
function orderNote(arms: readonly Arm[], s: Scenario, lang: Language): string {
  const path = "market.unitValue";
  const mean = (arm: Arm) => arm.wedges.find((w) => w.path === path)!.mean;
  const all = mean(arms[arms.length - 1]);
  const sum = arms.slice(0, -1).reduce((total, arm) => total + mean(arm), 0);
  const name = outcomeName(path, s, lang);
  return lang === "zh"
    ? `次序有影响：逐项单独去掉，${name}的差合计 ${number(sum)}；一起去掉为 ${number(all)}。相差的 ${number(all - sum)} 归谁取决于先去掉谁。`
    : `Order matters: one at a time, the differences of “${name}” add up to ${number(sum)}; all together they make ${number(all)}. To whom the ${number(all - sum)} between belongs depends on who goes first.`;
}
