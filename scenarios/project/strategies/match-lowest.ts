import { scaled, strategy } from "pricewar/engine";

/** Goes down to the lowest price on the market, plus a little, and never back up. */
export default strategy({
  id: "match-lowest",
  label: { en: "Match the lowest", zh: "跟到最低价" },
  description: { en: "Cuts to a little above the lowest price.", zh: "降到略高于最低价。" },
  parameters: {
    above: {
      type: "number",
      unit: "1",
      default: 0.05,
      range: [0, 10],
      label: { en: "How far above the lowest", zh: "高出最低价的幅度" },
    },
  },
  example: { above: 0.05 },
  reasons: { matched: { en: "to the lowest price", zh: "跟到最低价" } },
  remember: () => null,
  decide: (view, { above }) =>
    view.own.flatMap((own) => {
      const rivals = view.rivals.filter(({ price, tier }) => price > 0 && tier === own.tier);
      const target = Math.min(...rivals.map(({ price }) => price)) * (1 + above);
      if (!own.live || !(target < own.price)) return [];
      return [{ product: own.index, to: scaled(own.tariff, target / own.price), because: "matched" }];
    }),
});
