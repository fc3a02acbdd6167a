import type { Sentence } from "../model.ts";
import { outOf, whole } from "../phrases.ts";
import type { SectionInput, SectionKind } from "../section.ts";
import { names, of, sentence } from "../sentence.ts";

/** What the model cannot say: of every report, and of this one. */
export const limits: SectionKind = {
  id: "limits",
  label: { en: "What the model cannot say", zh: "模型说不了什么" },
  heading: { en: "What the model cannot say", zh: "模型说不了什么" },
  build(input) {
    const items = [...grounds(input), ...scope(input), ...switchedOff(input), ...standing(input)];
    return [{ kind: "list", items }];
  },
};

const FAR_MS = 3 * 366 * 86_400_000;

/** How much of it rests on nothing that was checked. */
function grounds({ evidence, lang }: SectionInput): Sentence[] {
  const zh = lang === "zh";
  const of_ = (basis: string) => evidence.value(`A/scenario.basis.${basis}`, whole);
  const [assumed, unchecked, fitted] = ["assumption", "unverified", "calibrated"].map(of_);
  if (assumed.value + unchecked.value + fitted.value === 0) return [];
  return [
    zh
      ? sentence`情景中有${assumed} 个数是假设，${unchecked} 个未经核实，${fitted} 个是拟合所得；拟合用过的数不能再当作检验。`
      : sentence`Of the scenario’s numbers ${assumed} are assumptions, ${unchecked} were never verified and ${fitted} were fitted; what was fitted on is no test.`,
  ];
}

function scope({ evidence, subject, lang }: SectionInput): Sentence[] {
  const zh = lang === "zh";
  const { demand } = subject.scenario;
  const runs =
    evidence.runs < 2
      ? of(zh ? "只有一次运行，没有波动范围。" : "There is one run, hence no range.")
      : zh
        ? sentence`区间只反映${outOf(evidence)} 次抽样的随机性，不反映参数与模型本身可能有错。`
        : sentence`Intervals hold the chance of ${outOf(evidence)} draws only, not that parameters or the model may be wrong.`;
  if (demand.kind !== "mixed-logit")
    return [
      runs,
      of(
        zh
          ? "需求是教科书式的：只有价格与单一偏好，没有惯性、消息与用量增长。"
          : "Demand is the textbook’s: prices and one taste, without inertia, news or growing use.",
      ),
    ];
  const [agents, population] = ["agents", "population"].map((k) => evidence.value(`A/scenario.demand.${k}`, whole));
  return [
    runs,
    zh
      ? sentence`${agents} 个模拟用户代表${population} 个团队、企业与用户：人头数只是比例，份额与 token 量才是结果。`
      : sentence`${agents} simulated users stand for ${population} teams, enterprises and users: heads are a scale, shares and tokens are results.`,
  ];
}

function switchedOff({ subject, lang }: SectionInput): Sentence[] {
  const { off } = subject.scenario;
  if (off.length === 0) return [];
  const ids = names(off, lang, 30);
  return [lang === "zh" ? sentence`以下机制已关闭：${ids}。` : sentence`These mechanisms are switched off: ${ids}.`];
}

function standing({ subject, manifest, lang }: SectionInput): Sentence[] {
  const zh = lang === "zh";
  const always = zh
    ? [
        "没有监管、谈判、合同期限与突发事件，除非情景写明；厂商按规则定价，不会另想办法。",
        "这是在所述假设下的推演，不是预测。",
      ]
    : [
        "There is no regulator, no negotiation, no contract term and no accident unless the scenario has one; vendors price by rule and think of nothing else.",
        "It shows what follows from what was assumed. It is no forecast.",
      ];
  const nash = manifest.nash
    ? []
    : [
        zh
          ? "没有计算纯竞争（纳什）价格，因此不判断是“价格战”还是“竞争”：计算它比运行本身还慢几倍，需要时加 --nash。"
          : "The price of competition (Nash) was not computed, so nothing is called a price war or competition: it takes several times as long as the runs; ask for it with --nash.",
      ];
  const daily =
    subject.recordings[0].tickDays > 1
      ? [
          zh
            ? "时间按周推进，一周之内的先后分不出来。"
            : "Time moves by the week: the order of events within one is lost.",
        ]
      : [];
  const { start, end } = subject.scenario.clock;
  const far =
    Date.parse(end) - Date.parse(start) > FAR_MS
      ? [
          zh
            ? "模拟期超过三年：用量增长与成本下降都按假设一直延续，远期的金额与 token 量没有意义，只宜看份额与价格。"
            : "More than three years are simulated: growth of use and falls of cost go on as assumed, so amounts far from the start mean nothing; read shares and prices.",
        ]
      : [];
  return [...nash, ...daily, ...far, ...always].map(of);
}
