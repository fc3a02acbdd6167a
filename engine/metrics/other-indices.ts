import type { Series } from "../recording/series.ts";
import type { Text } from "../text/text.ts";
import { type Bought, laspeyres, paasche, satoVartia, tornqvist, walsh } from "../theory/price-indices.ts";
import { metric } from "./metric.ts";
import { listIndex } from "./price-index.ts";

/** An index beside the one that headlines take, to see what hangs on the formula. */
const beside = (id: string, name: Text, formula: (goods: readonly Bought[]) => number, differs: Text): Series =>
  metric({
    id,
    entity: "market",
    unit: "1",
    group: "price",
    label: { en: `Price index, ${name.en}`, zh: `价格指数（${name.zh}）` },
    description: {
      en: `Chained index of list prices by ${name.en}'s formula, linked on the days of Fisher's. ${differs.en}`,
      zh: `用${name.zh}公式计算的目录价链式指数，链接日与费雪指数相同。${differs.zh}`,
    },
    compute: (r) => listIndex(r, formula),
  });

export const laspeyresIndex = beside("laspeyresIndex", { en: "Laspeyres", zh: "拉氏" }, laspeyres, {
  en: "It weighs by what was bought before, and does not see buyers move to what became cheap: it falls least.",
  zh: "以链接前的购买量为权数，看不到买家转向降价产品，因此跌得最少。",
});

export const paascheIndex = beside("paascheIndex", { en: "Paasche", zh: "帕氏" }, paasche, {
  en: "It weighs by what is bought now, much of it what became cheap: it falls most.",
  zh: "以当前购买量为权数，其中降价产品占比更大，因此跌得最多。",
});

export const tornqvistIndex = beside("tornqvistIndex", { en: "Törnqvist", zh: "滕氏" }, tornqvist, {
  en: "It weighs logarithms of prices by the mean of both days' shares of spending; what goes free drops out of it.",
  zh: "以两期支出份额的均值加权价格对数；转为免费的产品不再计入。",
});

export const walshIndex = beside("walshIndex", { en: "Walsh", zh: "沃尔什" }, walsh, {
  en: "It prices the geometric mean of both days' baskets.",
  zh: "以两期购买量的几何平均为篮子计价。",
});

export const satoVartiaIndex = beside("satoVartiaIndex", { en: "Sato-Vartia", zh: "佐藤–瓦尔蒂亚" }, satoVartia, {
  en: "It is exact where tastes are CES; what goes free drops out of it.",
  zh: "在 CES 偏好下是精确指数；转为免费的产品不再计入。",
});
