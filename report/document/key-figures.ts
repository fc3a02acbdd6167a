import { change, money, percent, points } from "../../words/format.ts";
import { vendorName } from "../../words/names.ts";
import type { KeyFigure, Sentence } from "./model.ts";
import { movers } from "./movers.ts";
import { exists, sensible } from "./phrases.ts";
import type { SectionInput } from "./section.ts";
import { name, of, sentence } from "./sentence.ts";

type Input = Pick<SectionInput, "evidence" | "subject" | "baseline" | "lang">;

const NONE = "–";

/** The four numbers a report opens with: prices, how much of it is margin, who moved most, who benefits. */
export function keyFigures(input: Input): KeyFigure[] {
  return [prices(input), margin(input), share(input), benefit(input)];
}

function prices({ evidence, baseline, lang }: Input): KeyFigure {
  const zh = lang === "zh";
  const fall = (path: string) => evidence.value(path, (x) => change(-x));
  const base = fall("A/headline.priceFall");
  const paid = fall("A/headline.paidFall");
  const against = baseline
    ? zh
      ? sentence`基准${fall("B/headline.priceFall")}`
      : sentence`baseline ${fall("B/headline.priceFall")}`
    : null;
  const note =
    against ?? (exists(paid.value) ? (zh ? sentence`实付均价${paid}` : sentence`paid on average ${paid}`) : of(""));
  return { label: zh ? "目录价" : "List prices", value: exists(base.value) ? of(base) : of(NONE), note };
}

function margin({ evidence, lang }: Input): KeyFigure {
  const zh = lang === "zh";
  const label = zh ? "跌价中的让利" : "Margin in the fall";
  const said = ["symmetric", "absolute"].map((split) =>
    evidence.value(`A/explain.index.marginShare.${split}`, percent),
  );
  const [low, high] = said.toSorted((a, b) => a.value - b.value);
  if (!exists(low.value, high.value))
    return { label, value: of(NONE), note: of(zh ? "跌幅不到一成，不作拆分" : "a fall under a tenth is not split") };
  if (!sensible(low.value) || !sensible(high.value))
    return {
      label,
      value: of(NONE),
      note: of(zh ? "成本与价格相去太远，不作拆分" : "cost and price too far apart to split"),
    };
  const note = of(zh ? "两种算法；其余为成本" : "two ways of counting");
  return { label, value: zh ? sentence`${low}至${high}` : sentence`${low} to ${high}`, note };
}

function share({ evidence, subject, baseline, lang }: Input): KeyFigure {
  const zh = lang === "zh";
  const [most] = movers(evidence);
  if (!most) return { label: zh ? "份额" : "Share", value: of(NONE), note: of(zh ? "无人售出" : "nothing was sold") };
  const who = vendorName(subject.scenario, most.vendor, lang);
  const to = evidence.value(`A/${most.path}`, percent);
  const before = evidence.value(baseline ? `B/${most.path}` : `A/${most.path}:start`, percent);
  const gap = baseline ? sentence`${evidence.value(`A-B/${most.path}`, (x) => points(x, lang))}` : null;
  const was: Sentence = baseline
    ? zh
      ? sentence`基准${before}`
      : sentence`baseline ${before}`
    : zh
      ? sentence`期初${before}`
      : sentence`${before} at the start`;
  const note = gap ? (zh ? sentence`${was}，${gap}` : sentence`${was}, ${gap}`) : was;
  return { label: zh ? `${who}份额` : `${who}: share`, value: of(to), note: note ?? of(name("")) };
}

function benefit({ evidence, subject, baseline, lang }: Input): KeyFigure {
  const zh = lang === "zh";
  const { currency } = subject.scenario;
  const signed = (x: number) => `${x > 0 ? "+" : ""}${money(x, currency, lang)}`;
  const users = evidence.value(baseline ? "A-B/market.consumerSurplus" : "A/headline.surplusGain", signed);
  const vendors = evidence.value(baseline ? "A-B/market.vendorProfit" : "A/headline.profitGain", signed);
  const note = zh ? sentence`厂商毛利${vendors}` : sentence`vendors ${vendors}`;
  return {
    label: zh
      ? baseline
        ? "用户每周得益，较基准"
        : "用户每周得益，较期初"
      : baseline
        ? "Users’ gain a week, vs base"
        : "Users’ gain a week",
    value: exists(users.value) ? of(users) : of(NONE),
    note: exists(vendors.value) ? note : of(""),
  };
}
