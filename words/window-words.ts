/** Over what a quota counts, after “each” or “a”. */
export const windowWords = {
  hour: { en: "hour", zh: "小时" },
  "5h": { en: "five hours", zh: "五小时" },
  day: { en: "day", zh: "天" },
  week: { en: "week", zh: "周" },
  month: { en: "month", zh: "月" },
} as const;
