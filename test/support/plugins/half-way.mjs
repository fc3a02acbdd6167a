/** Halves the distance to a target price at each review: a strategy of one's own, in one file. */
export default {
  id: "half-way",
  label: { en: "Half way", zh: "折半逼近" },
  description: { en: "Halves the distance to a target price every review.", zh: "每次调价都向目标价走一半。" },
  parameters: {
    target: {
      type: "number",
      unit: "money/Mtok",
      default: 1,
      range: [0, 1000],
      label: { en: "Target price", zh: "目标价" },
    },
  },
  example: { target: 2 },
  remember: () => null,
  decide: (view, { target }) =>
    view.day % 28 !== 0
      ? []
      : view.own
          .filter((p) => p.live && p.price > 0)
          .map((p) => {
            const factor = (p.price + target) / 2 / p.price;
            return {
              product: p.index,
              to: { input: p.tariff.input * factor, output: p.tariff.output * factor },
              because: "half-way",
            };
          }),
};
