export const firstMinute = {
  title: { en: "The first minute", zh: "一分钟上手" },
  place: { en: "{{k}} of {{n}}", zh: "{{k}}/{{n}}" },
  ask: {
    en: "Ask in the bar above: who, what, when. Every page then answers about it.",
    zh: "先在上方选定要问的：谁、什么指标、哪一天。之后每一页都会围绕它回答。",
  },
  change: {
    en: "Change something: a lever at the right, or drag a price cut on the strip below.",
    zh: "改动一处试试：右侧的调节项，或拖动下方事件条上的降价点。",
  },
  read: {
    en: "Read the difference: grey is the baseline, bands hold 8 in 10 runs.",
    zh: "看差别：灰线是基准，色带包含八成运行。",
  },
  why: {
    en: "Click a chart to see why that week went as it did, and to write a note there.",
    zh: "点一下图，看这一周为什么会这样，也可以在那里写批注。",
  },
  report: {
    en: "Report makes a paper to hand in; Copy link keeps all of it.",
    zh: "“报告”页生成可提交的报告；“复制链接”保留全部设定。",
  },
  next: { en: "Next", zh: "下一步" },
  done: { en: "Done", zh: "完成" },
  skip: { en: "Do not show again", zh: "不再显示" },
} as const;
