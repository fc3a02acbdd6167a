export const scenarios = {
  now: { en: "Present state", zh: "当前状态" },
  edited: { en: "{{name}}, edited", zh: "{{name}}（已修改）" },
  mine: { en: "My scenario", zh: "我的情景" },
} as const;
