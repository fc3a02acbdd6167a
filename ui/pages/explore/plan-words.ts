export const planWords = {
  title: { en: "Plans by the month", zh: "包月套餐" },
  quota: { en: "Quota windows", zh: "额度窗口" },
  tokens: { en: "Million tokens", zh: "百万 token" },
  every: { en: "Every", zh: "每" },
  addQuota: { en: "Add a quota window", zh: "添加额度窗口" },
  removeQuota: { en: "Remove the quota window", zh: "删除这个额度窗口" },
  covers: { en: "Models it covers", zh: "包含的模型" },
  model: { en: "Model", zh: "模型" },
  burn: { en: "Quota it uses, times", zh: "额度消耗倍数" },
  addCover: { en: "Add a model", zh: "添加模型" },
  removeCover: { en: "Take the model out", zh: "移除这个模型" },
  pay: { en: "tokens are paid for", zh: "按 token 付费" },
  slow: { en: "Part of a token's worth lost to waiting", zh: "降速后每个 token 损失的价值比例" },
} as const;

export const windowWords = {
  hour: { en: "hour", zh: "小时" },
  "5h": { en: "five hours", zh: "五小时" },
  day: { en: "day", zh: "天" },
  week: { en: "week", zh: "周" },
  month: { en: "month", zh: "月" },
} as const;
