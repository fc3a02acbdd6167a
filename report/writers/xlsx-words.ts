import type { Said, Text } from "../../engine/index.ts";

/** Ends of the band beside a line that stands alone. */
export const BAND_LOW: Text = { en: "8 in 10 runs, from", zh: "八成运行，下限" };
export const BAND_HIGH: Text = { en: "8 in 10 runs, to", zh: "八成运行，上限" };

/** Rows of the first sheet, which says what the file is. */
interface Words {
  readonly sheet: string; // its name
  readonly title: string;
  readonly question: string;
  readonly command: string;
  readonly version: string;
  readonly seed: string;
  readonly replications: string;
  readonly scenario: string;
  readonly hash: string;
  readonly fingerprint: string;
  readonly source: string;
  readonly series: string;
  readonly ofFocus: string;
  readonly manifest: string; // name of the last sheet
}

export const ABOUT: Said<Words> = {
  en: {
    sheet: "About",
    title: "title",
    question: "question",
    command: "command",
    version: "version",
    seed: "seed",
    replications: "replications",
    scenario: "scenario",
    hash: "hash",
    fingerprint: "fingerprint",
    source: "source",
    series: "series",
    ofFocus: "of who the report is about and of the market; all of them are in the CSV",
    manifest: "Manifest",
  },
  zh: {
    sheet: "说明",
    title: "标题",
    question: "问题",
    command: "重做命令",
    version: "版本",
    seed: "种子",
    replications: "运行次数",
    scenario: "情景",
    hash: "哈希",
    fingerprint: "指纹",
    source: "来源",
    series: "时间序列",
    ofFocus: "报告关注的对象与整个市场；其余见 CSV",
    manifest: "清单",
  },
};
