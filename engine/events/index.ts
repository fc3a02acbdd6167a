import { Registry } from "../registry.ts";
import { allowance } from "./allowance.ts";
import { attention } from "./attention.ts";
import { batching } from "./batching.ts";
import { channel } from "./channel.ts";
import { credits } from "./credits.ts";
import { exit } from "./exit.ts";
import { fleetSize } from "./fleet-size.ts";
import { gpuPrice } from "./gpu-price.ts";
import { offPeak } from "./off-peak.ts";
import { outage } from "./outage.ts";
import { price } from "./price.ts";
import { priceFloor } from "./price-floor.ts";
import { strategyChange } from "./strategy-change.ts";
import { quality } from "./quality.ts";
import { quantisation } from "./quantisation.ts";
import { researchBudget } from "./research-budget.ts";
import { retire } from "./retire.ts";
import type { EventKind } from "./event-kind.ts";
import { refund } from "./refund.ts";
import { tariff } from "./tariff.ts";
import { tax } from "./tax.ts";
import { technology } from "./technology.ts";
import { trust } from "./trust.ts";

/** The event kinds there are. A new one is a file next to these and a line here. */
export const eventKinds = new Registry<EventKind>("event kind", [
  price,
  quality,
  trust,
  retire,
  gpuPrice,
  technology,
  attention,
  quantisation,
  batching,
  credits,
  allowance,
  offPeak,
  channel,
  researchBudget,
  fleetSize,
  exit,
  outage,
  priceFloor,
  strategyChange,
  tariff,
  refund,
  tax,
]);
