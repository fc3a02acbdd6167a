import { allSeries, band, entities, mean, type Meter } from "../../../engine/index.ts";
import type { Arm } from "../arm.ts";
import { finite, type Cell } from "../../../experiments/run-rows.ts";
import { column, SCENARIO, type Sheet } from "./sheet.ts";

const WEEK = 7; // days between rows

/** The unit of what is not sold by the token: prices of a user's week; millions of seconds. */
function metered(unit: string, id: string, meter: Meter): string {
  if (meter === "month" && id.startsWith("price")) return "money/user/week";
  return meter === "second" ? unit.replace("Mtok", "Ms") : unit;
}

/** Every metric and recorded column, week by week: mean and the middle eight of ten replications. */
export function seriesSheet(arms: readonly Arm[]): Sheet {
  return {
    id: "series",
    title: { en: "Series", zh: "时间序列" },
    columns: [
      SCENARIO,
      column("date", "date", { en: "Day, one a week and the last", zh: "日期，每周一个，加上最后一天" }),
      column("entity", "text", {
        en: "product, vendor, segment or market",
        zh: "product、vendor、segment 或 market",
      }),
      column("id", "text", { en: "Which one", zh: "具体是哪一个" }),
      column("metric", "text", { en: "What is measured", zh: "指标" }),
      column("unit", "text", {
        en: "Unit of the values; money in the currency of the first scenario",
        zh: "数值的单位；money 为第一个情景的货币",
      }),
      column("mean", "double", { en: "Mean over replications", zh: "各次运行的均值" }),
      column("p10", "double", { en: "10th percentile over replications", zh: "各次运行的第 10 百分位" }),
      column("p90", "double", { en: "90th percentile over replications", zh: "各次运行的第 90 百分位" }),
    ],
    rows: arms.flatMap(rowsOf),
  };
}

function rowsOf({ scenario, recordings }: Arm): Cell[][] {
  const { dates, tickDays, meters } = recordings[0];
  const step = Math.max(1, Math.round(WEEK / tickDays));
  const ticks = dates.map((_, t) => t).filter((t) => t % step === 0 || t === dates.length - 1);
  return allSeries().flatMap(({ entity, id, unit, compute }) => {
    const ids = entities(recordings[0], entity);
    const tables = recordings.map((r) => compute(r));
    return ids.flatMap((who, k) =>
      ticks.map((t) => {
        const values = tables.map((table) => table[t * ids.length + k]);
        return [
          scenario.id,
          dates[t],
          entity,
          who,
          id,
          metered(unit, id, entity === "product" || entity === "segment" ? meters[entity][k] : "token"),
          finite(mean(values)),
          ...band(values).map(finite),
        ];
      }),
    );
  });
}
