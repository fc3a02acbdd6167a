import type { Said } from "../engine/index.ts";

/** Words around a report. */
interface Words {
  readonly program: string;
  readonly question: string;
  readonly foot: string;
  readonly reproduce: string;
  readonly version: string;
  readonly seed: string;
  readonly scenario: string;
  readonly fingerprint: string;
  readonly replications: (n: number) => string;
  readonly askInSql: string;
}

export const reportWords: Said<Words> = {
  en: {
    program: "Price War Lab · Scenario report",
    question: "Question: ",
    foot: "Simulated, not forecast.",
    reproduce: "Reproduce",
    version: "version",
    seed: "seed",
    scenario: "scenario",
    fingerprint: "fingerprint of the first run",
    replications: (n) => `${n} ${n === 1 ? "replication" : "replications"}`,
    askInSql: "Ask these numbers in SQL",
  },
  zh: {
    program: "价格战实验室 · 情景分析报告",
    question: "问题：",
    foot: "模拟结果，不是预测。",
    reproduce: "复现",
    version: "版本",
    seed: "种子",
    scenario: "情景",
    fingerprint: "首次运行指纹",
    replications: (n) => `${n} 次运行`,
    askInSql: "用 SQL 查询这些数据",
  },
};
