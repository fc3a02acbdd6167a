import { retireProduct } from "../finance/exit.ts";
import { eventKind, product, productOf } from "./event-kind.ts";

export const retire = eventKind({
  id: "retire",
  label: { en: "Retirement", zh: "下线" },
  description: {
    en: "A product is taken off the market; its users look elsewhere at once.",
    zh: "某产品下线，其用户立即另寻替代。",
  },
  parameters: { product },
  example: { product: "baidu.ernie-lite" },
  apply: (model, market, event) => retireProduct(market, productOf(model, event)),
});
