export const scenarios = {
  now: { en: "Your scenario", zh: "当前情景" },
  edited: { en: "{{name}}, edited", zh: "{{name}}（已修改）" },
  mine: { en: "My scenario", zh: "我的情景" },
  title: { en: "Scenarios", zh: "情景" },
  all: { en: "All scenarios", zh: "全部情景" },
  swap: { en: "Swap scenario and baseline", zh: "互换情景与基准" },
} as const;
