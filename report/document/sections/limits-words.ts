import type { Said, Text } from "../../../engine/index.ts";
import type { Sentence } from "../model.ts";
import { type Piece, sentence } from "../sentence.ts";

/** What the model cannot say. */

export const grounds: Said<(assumed: Piece, unchecked: Piece, fitted: Piece) => Sentence> = {
  en: (assumed, unchecked, fitted) =>
    sentence`Of the scenario's numbers ${assumed} are assumptions, ${unchecked} were never verified and ${fitted} were fitted; what was fitted on is no test.`,
  zh: (assumed, unchecked, fitted) =>
    sentence`情景中有${assumed} 个数是假设，${unchecked} 个未经核实，${fitted} 个是拟合所得；拟合用过的数不能再当作检验。`,
};

export const ONE_RUN: Text = {
  en: "There is one run, hence no range.",
  zh: "只有一次运行，没有波动范围。",
};
export const chanceOnly: Said<(runs: Piece) => Sentence> = {
  en: (runs) =>
    sentence`Intervals hold the chance of ${runs} draws only, not that parameters or the model may be wrong.`,
  zh: (runs) => sentence`区间只反映${runs} 次抽样的随机性，不反映参数与模型本身可能有错。`,
};
export const chanceWithUnknowns: Said<(runs: Piece) => Sentence> = {
  en: (runs) =>
    sentence`Bands of 8 in 10 runs hold the chance of ${runs} draws with what the public record leaves open of the parameters, not that the model itself may be wrong.`,
  zh: (runs) =>
    sentence`八成运行的范围反映${runs} 次抽样的随机性，以及公开记录未能确定的参数，不反映模型本身可能有错。`,
};
/** Of differences, whose intervals hold less. */
export const OF_MEANS: Text = {
  en: "95% intervals of differences are of their mean over these draws: more runs narrow them, and a single draw may lie outside.",
  zh: "差异的 95% 区间是这些抽样均值的区间：运行越多越窄，单独一次可能落在区间之外。",
};

export const TEXTBOOK: Text = {
  en: "Demand is the textbook's: prices and one taste, without inertia, news or growing use.",
  zh: "需求是教科书式的：只有价格与单一偏好，没有惯性、消息与用量增长。",
};
export const headsAreScale: Said<(agents: Piece, population: Piece) => Sentence> = {
  en: (agents, population) =>
    sentence`${agents} simulated users stand for ${population} teams, enterprises and users: heads are a scale, shares and tokens are results.`,
  zh: (agents, population) =>
    sentence`${agents} 个模拟用户代表${population} 个团队、企业与用户：人头数只是比例，份额与 token 量才是结果。`,
};

export const switchedOff: Said<(ids: Piece) => Sentence> = {
  en: (ids) => sentence`These mechanisms are switched off: ${ids}.`,
  zh: (ids) => sentence`以下机制已关闭：${ids}。`,
};

export const NO_NASH: Text = {
  en: "Whether this is a price war or competition is not judged here: for that the price under full competition (Nash) has to be computed as well.",
  zh: "本报告不判断这是“价格战”还是“竞争”：判断需要另行计算充分竞争下的（纳什）价格。",
};
export const WEEKLY: Text = {
  en: "Time moves by the week: the order of events within one is lost.",
  zh: "时间按周推进，一周之内的先后分不出来。",
};
export const FAR: Text = {
  en: "More than three years are simulated: growth of use and falls of cost go on as assumed, so amounts far from the start mean nothing; read shares and prices.",
  zh: "模拟期超过三年：用量增长与成本下降都按假设一直延续，远期的金额与 token 量没有意义，只宜看份额与价格。",
};
export const ALWAYS: Said<readonly string[]> = {
  en: [
    "There is no regulator, no negotiation, no contract term and no accident unless the scenario has one; vendors price by rule and think of nothing else.",
    "It shows what follows from what was assumed. It is no forecast.",
  ],
  zh: [
    "没有监管、谈判、合同期限与突发事件，除非情景写明；厂商按规则定价，不会另想办法。",
    "这是在所述假设下的推演，不是预测。",
  ],
};
