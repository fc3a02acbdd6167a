import { strategy } from "./strategy.ts";

export const hold = strategy({
  id: "hold",
  label: { en: "Hold", zh: "按兵不动" },
  description: {
    en: "Keeps its list prices whatever rivals do; events may still change them.",
    zh: "不论对手怎么做，都维持目录价；只有预设事件会改动价格。",
  },
  parameters: {},
  reasons: {},
  example: {},
  remember: () => null,
  decide: () => [],
});
