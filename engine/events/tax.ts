import type { Meter, Scenario, Tax } from "../scenario/scenario.ts";
import type { Text } from "../text/text.ts";
import { eventKind, vendor, vendorOf } from "./event-kind.ts";

const UNITS = [
  ["perMtok", "token", { en: "token", zh: " token " }],
  ["perMonth", "month", { en: "month", zh: "月" }],
  ["perSecond", "second", { en: "second", zh: "秒" }],
] as const satisfies readonly (readonly [keyof Tax, Meter, Text])[];

/** Why a part of a tax would fall on nothing, by the field it is said in; of one vendor's, or of all. */
export function idleTax({ vendors, arenas }: Scenario, of: Tax, only: string | null): { field: string; text: Text }[] {
  const taxed = Object.entries(vendors).flatMap(([id, v]) => ((only ?? id) === id ? Object.values(v.products) : []));
  const billed = taxed.map(({ arena }) => arenas[arena]?.meter ?? "token");
  return UNITS.filter(([field, meter]) => of[field] > 0 && !billed.includes(meter)).map(([field, , unit]) => ({
    field,
    text: {
      en: `${field}: none of the products is billed by the ${unit.en}`,
      zh: `${field}：没有产品按${unit.zh}计费`,
    },
  }));
}

const specific = (unit: string, en: string, zh: string) =>
  ({ type: "number", unit, range: [0, 1e9], default: 0, label: { en, zh } }) as const;

export const tax = eventKind({
  id: "tax",
  label: { en: "Tax", zh: "税收" },
  description: {
    en:
      "From this date buyers pay a tax on top of what vendors ask: a share of the price, so much a unit, or both. It " +
      "replaces the tax there was; what is left out is 0. With a vendor, on its sales alone.",
    zh: "自该日起，买家在厂商要价之上缴税：按价格的比例、按单位定额，或两者并用。它取代原有税收，不写的部分为 0；写明厂商则只对该厂商的销售征收。",
  },
  parameters: {
    rate: { type: "number", unit: "1", range: [0, 1], default: 0, label: { en: "Of the price", zh: "从价税率" } },
    perMtok: specific("money/Mtok", "On a million tokens", "每百万 token"),
    perMonth: specific("money/month", "On a month's subscription", "每月订阅"),
    perSecond: specific("money/second", "On a second of video", "每秒视频"),
    vendor: { ...vendor, default: null },
  },
  example: { rate: 0.06, perMtok: "0.1 CNY/Mtok" },
  problem: (scenario, event) => idleTax(scenario, event, event.vendor)[0]?.text ?? null,
  apply(model, market, { vendor: named, ...of }) {
    const only = vendorOf(model, { vendor: named });
    for (const { index } of model.vendors) if (named === null || index === only) market.taxes[index] = of;
  },
});
