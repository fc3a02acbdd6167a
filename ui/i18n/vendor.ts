export const vendor = {
  title: { en: "Vendors", zh: "厂商" },
  open: { en: "Strategy, prices, costs and cash of {{name}}", zh: "{{name}}的策略、价格、成本与现金" },
  strategy: { en: "Strategy", zh: "定价策略" },
  costs: { en: "Costs", zh: "成本" },
  cash: { en: "Cash", zh: "现金" },
  purse: { en: "Backed by a parent company (no cash limit)", zh: "背靠母公司，资金不设上限" },
  outlays: { en: "R&D and operating outlays outside the API, a week", zh: "API 以外的研发与运营支出（每周）" },
  byDefault: { en: "Back to {{value}}", zh: "恢复为 {{value}}" },
  none: { en: "Nothing to set.", zh: "没有可调的参数。" },
  add: { en: "Add …", zh: "新增 ……" },
} as const;
