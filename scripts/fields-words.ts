import type { Said } from "../engine/index.ts";

interface Page {
  readonly title: string;
  readonly intro: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly head: string;
  readonly whole: string;
}

/** The words of the reference of fields. */
export const PAGE: Said<Page> = {
  en: {
    title: "Every field of a scenario, every field of a design",
    intro: `Made from the schema by \`npm run generate\`. \`*\` is any name, \`[]\` any entry of a list, \`(kind)\` one of
several. Where a number stands, it may be plain, carry its unit (\`2 CNY/Mtok\`, \`¥2\`, \`2 元/百万token\`, \`56 %\`), be a
formula (\`= 2 * base\`) or a record with its source (\`{value: 2, source: assumption, range: [1, 4]}\`). Only groups of three
digits are thousands: \`1,234\` is 1234, \`0,05\` is 0.05. Dates may be written 2024-05-15, 2024/5/15, 2024年5月15日 or
15 May 2024. Editors show the same from \`scenarios/schema.json\`, which \`pricewar new\` names in the file it writes.`,
    sections: {
      frame: "Scenario",
      demand: "Demand",
      vendors: "Vendors",
      strategies: "Strategies",
      costs: "Cost models",
      events: "Events",
      design: "Designs",
    },
    head: "| field | what it is | unit | range | default | example |",
    whole: "whole",
  },
  zh: {
    title: "情景与设计文件的全部字段",
    intro: `由 \`npm run generate\` 根据模式生成。\`*\` 表示任意名称，\`[]\` 表示列表中的任一项，\`(kind)\` 表示几种之一。凡是数值，都可以直接写，
可以带单位（\`2 元/百万token\`、\`¥2\`、\`2 CNY/Mtok\`、\`56 %\`），可以写公式（\`= 2 * base\`），也可以写成带来源的记录
（\`{value: 2, source: assumption, range: [1, 4]}\`）。只有三位一组才是千位分隔：\`1,234\` 是 1234，\`0,05\` 是 0.05。日期可写作
2024-05-15、2024/5/15、2024年5月15日或 15 May 2024。编辑器会从 \`scenarios/schema.json\` 读到同样的说明，\`pricewar new\` 写出的文件里已注明它的位置。`,
    sections: {
      frame: "情景",
      demand: "需求",
      vendors: "厂商",
      strategies: "定价策略",
      costs: "成本模型",
      events: "事件",
      design: "设计文件",
    },
    head: "| 字段 | 含义 | 单位 | 范围 | 默认值 | 示例 |",
    whole: "整数",
  },
};
