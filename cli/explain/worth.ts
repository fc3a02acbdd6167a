import type { Worth } from "../../engine/index.ts";
import { money, number, percent } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import { plainTable } from "../terminal.ts";
import type { Asked } from "./asked.ts";

export function worthText(w: Worth, { scenario: s, runs, options: { lang } }: Asked): string {
  const zh = lang === "zh";
  const cash = (x: number) => money(x, s.currency, lang);
  const band = ({ mean, low, high }: Worth["follow"]) => `${cash(mean)} [${cash(low)}, ${cash(high)}]`;
  const name = vendorName(s, w.vendor, lang);
  const table = plainTable(
    zh ? ["折现毛利", "对手照常反应", "对手不动"] : ["discounted gross profit", "rivals react", "rivals hold"],
    [1, 2],
  );
  for (const own of ["cut", "hold"] as const) {
    const label = zh ? { cut: `${name}降价`, hold: `${name}不降` }[own] : `${name} ${own === "cut" ? "cuts" : "holds"}`;
    table.push([label, ...(["react", "held"] as const).map((them) => cash(w.cells[`${own}/${them}`].profit))]);
  }
  table.push([zh ? "降与不降之差" : "cutting less holding", band(w.follow), band(w.unanswered)]);
  const { rise, share, elasticity, realised } = w.breakEven;
  const need = Number.isFinite(rise)
    ? zh
      ? `保本需要 token 量增加 ${percent(rise)}（相当于份额 ${percent(share)}，弹性 ${number(elasticity)}）；实际多了 ${percent(realised)}。`
      : `To break even tokens must rise by ${percent(rise)} (a share of ${percent(share)}, an elasticity of ${number(elasticity)}); they rose by ${percent(realised)}.`
    : zh
      ? `平均价低于成本：卖多少都不能保本；实际多了 ${percent(realised)}。`
      : `The mean price is below cost: no volume breaks even; tokens rose by ${percent(realised)}.`;
  return [
    zh
      ? `${name}降价值不值（${runs} 对，年折现率 10%，到期末为止）`
      : `Was ${name}'s cut worth it? (${runs} pairs, 10% a year, up to the last day)`,
    table.toString(),
    verdictLines(w, name, cash, zh),
    need,
    zh
      ? `期末低于成本卖出的 token 占 ${percent(w.belowCost)}；现金${Number.isFinite(w.runwayWeeks) ? `还能撑 ${number(w.runwayWeeks)} 周` : "不会用完"}。`
      : `${percent(w.belowCost)} of its tokens are sold below long-run cost at the end; its money lasts ${Number.isFinite(w.runwayWeeks) ? `${number(w.runwayWeeks)} weeks` : "for ever"}.`,
  ].join("\n");
}

/** Can we afford to follow? Can we afford not to? */
function verdictLines({ follow, holdOut }: Worth, name: string, cash: (x: number) => string, zh: boolean): string {
  const sure = follow.low > 0 ? "yes" : follow.high < 0 ? "no" : "open";
  const answer = zh
    ? { yes: "跟得起：跟比不跟赚得多", no: "跟不划算：跟比不跟赚得少", open: "说不准：区间跨零" }[sure]
    : {
        yes: "yes, following earns more than holding",
        no: "no, following earns less than holding",
        open: "open, the interval spans zero",
      }[sure];
  if (zh)
    return `跟得起吗？${answer}（${cash(follow.mean)}）。不跟行吗？对手的动作让坚守的${name}毛利变化 ${cash(holdOut.mean)}。`;
  return `Can it afford to follow? ${answer[0].toUpperCase()}${answer.slice(1)} (${cash(follow.mean)}). Can it afford not to? Rivals' moves change what ${name} earns by holding by ${cash(holdOut.mean)}.`;
}
