import { Registry } from "../registry.ts";
import { cr4, hhi } from "./concentration.ts";
import { grossMargin, grossMarginSoFar, grossProfit, lerner, marginalMargin, segmentMargin } from "./margins.ts";
import { type Metric, metric } from "./metric.ts";
import type { Series } from "../recording/series.ts";
import { averageCost, longRunCost, marginalCost, paidPrice } from "./paid.ts";
import { laspeyresIndex, paascheIndex, satoVartiaIndex, tornqvistIndex, walshIndex } from "./other-indices.ts";
import { paidIndex, priceIndex, unitValue, workPrice } from "./price-index.ts";
import { revenueShare, tokenShare, tokenShareSoFar, userShare } from "./shares.ts";
import { activeApplications, consumerSurplus, research, taxRevenue, tokens, vendorProfit } from "./volumes.ts";

/** Metrics on the registry compute each recording once, and have a format and a group; also a user's own. */
class MetricRegistry extends Registry<Series> {
  override register(definition: Metric): void {
    super.register(metric(definition));
  }
}

/** The registry of metrics. A new one is a file next to these and a line here. */
export const metrics = new MetricRegistry("metric", [
  tokenShare,
  tokenShareSoFar,
  revenueShare,
  userShare,
  grossMargin,
  grossMarginSoFar,
  marginalMargin,
  grossProfit,
  segmentMargin,
  lerner,
  paidPrice,
  averageCost,
  longRunCost,
  marginalCost,
  workPrice,
  priceIndex,
  paidIndex,
  laspeyresIndex,
  paascheIndex,
  tornqvistIndex,
  walshIndex,
  satoVartiaIndex,
  unitValue,
  hhi,
  cr4,
  tokens,
  activeApplications,
  consumerSurplus,
  taxRevenue,
  vendorProfit,
  research,
]);

/** Adds a metric of the user's own. @throws when its id is taken. */
export const registerMetric = (definition: Metric): void => metrics.register(definition);
