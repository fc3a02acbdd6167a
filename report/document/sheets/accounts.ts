import { mean, type Recording } from "../../../engine/index.ts";
import type { Arm } from "../arm.ts";
import { finite, type Cell } from "../../../experiments/run-rows.ts";
import { column, SCENARIO, type Sheet } from "./sheet.ts";

const DAYS_A_WEEK = 7;

/** Profit and loss of each vendor over the whole run, means over replications. */
export function accountsSheet(arms: readonly Arm[]): Sheet {
  return {
    id: "accounts",
    title: { en: "Vendors' accounts", zh: "厂商损益" },
    columns: [
      SCENARIO,
      column("vendor", "text", { en: "Vendor id", zh: "厂商 id" }),
      column("revenue", "double", { en: "API revenue of the whole run", zh: "全程 API 收入" }, "money"),
      column(
        "cost_of_revenue",
        "double",
        { en: "Cost of serving it, free tiers included", zh: "营业成本，含免费档" },
        "money",
      ),
      column("gross_profit", "double", { en: "Revenue less cost of revenue", zh: "收入减营业成本" }, "money"),
      column(
        "cash_end",
        "double",
        { en: "Cash at the end; empty: a parent's purse", zh: "期末现金；空白为母公司支持" },
        "money",
      ),
      column(
        "alive_share",
        "double",
        { en: "Share of replications in which it lives to the end", zh: "撑到期末的运行占比" },
        "1",
      ),
    ],
    rows: arms.flatMap(({ scenario, recordings }) =>
      recordings[0].vendorIds.map((id, v): Cell[] => {
        const [revenue, cost] = (["revenue", "costOfRevenue"] as const).map((name) =>
          mean(recordings.map((r) => total(r, name, v))),
        );
        const last = (name: "cash" | "alive") =>
          mean(recordings.map((r) => r.vendor[name].at(v - r.vendorIds.length)!));
        return [
          scenario.id,
          id,
          finite(revenue),
          finite(cost),
          finite(revenue - cost),
          finite(last("cash")),
          finite(last("alive")),
        ];
      }),
    ),
  };
}

/** A weekly flow over the whole run. */
function total(r: Recording, name: "revenue" | "costOfRevenue", v: number): number {
  let sum = 0;
  for (let k = v; k < r.vendor[name].length; k += r.vendorIds.length) sum += r.vendor[name][k];
  return (sum * r.tickDays) / DAYS_A_WEEK;
}
