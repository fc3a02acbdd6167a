import type { Text } from "../engine/index.ts";

export const currencyFlag: readonly [string, Text] = [
  "--currency <code>",
  {
    en: "amounts in USD, CNY ..., at the scenario's exchange rate; what is simulated stays the same",
    zh: "金额以 USD、CNY 等币种显示，按情景里的汇率折算；模拟本身不变",
  },
];
