import { type Metric, metrics } from "../../engine/index.ts";
import { COLUMNS } from "./measure-columns.ts";
import type { Group, Measure } from "./measure.ts";

const GROUP_OF: Readonly<Record<string, Group>> = {
  tokenShare: "share",
  revenueShare: "share",
  userShare: "share",
  hhi: "share",
  cr4: "share",
  priceIndex: "price",
  unitValue: "price",
  lerner: "price",
  grossMargin: "money",
  grossProfit: "money",
  vendorProfit: "money",
  consumerSurplus: "money",
};

/** Any metric, also one registered by the user, becomes a measure with no further word. */
export const ofMetric = (metric: Metric): Measure => ({
  ...metric,
  group: GROUP_OF[metric.id] ?? (metric.entity === "market" ? "market" : "use"),
  shape: metric.id === "lerner" ? "step" : "line",
  scale: "linear",
  share: metric.id.endsWith("Share"),
  clamp: metric.id === "grossMargin" || metric.id === "lerner" ? [-1.5, 1] : undefined,
});

/** Every series a panel can show. */
export const measures = (): Measure[] => [...metrics.list().map(ofMetric), ...COLUMNS];

export const measure = (id: string): Measure => {
  const found = measures().find((m) => m.id === id);
  if (!found) throw new Error(`no measure “${id}”`);
  return found;
};
