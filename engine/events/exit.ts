import { closeVendor } from "../finance/exit.ts";
import { eventKind, vendor, vendorOf } from "./event-kind.ts";

export const exit = eventKind({
  id: "exit",
  label: { en: "Exit", zh: "退出" },
  description: {
    en: "A vendor leaves the market: all it sells goes off sale, and its users look elsewhere at once.",
    zh: "某厂商退出市场：全部产品停售，用户立即另寻替代。",
  },
  parameters: { vendor },
  example: { vendor: "minimax" },
  apply: (model, market, event) => closeVendor(model, market, vendorOf(model, event)),
});
