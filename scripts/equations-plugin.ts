import temml from "temml";
import type { Plugin } from "vite";

const ID = "virtual:equations";

/** The core of the model (docs/ODD.md, section 7; docs/notation.md for the symbols), as TeX. */
const EQUATIONS = {
  use: String.raw`x = X\, e^{-p/(v g)}`,
  choice:
    String.raw`u = \ln g - \frac{p}{v g} + \tau + \kappa \ln(1 + E)` +
    String.raw` + s\,(1 - e^{-t/\theta})\,a + \mu\,\varepsilon`,
  attention: String.raw`\Pr = 1 - e^{-(h + h_N N)\,\Delta t}`,
  cost: String.raw`c = c_0 \cdot w\, a\, e\, q\, l, \qquad e = \left( \frac{Q}{Q_0} \right)^{-b}`,
  reaction: String.raw`\ln \frac{p + 0.2}{p_r + 0.2} > \pi + d`,
} as const;

/** Without styles of its own: pages forbid them, and ours say the same. */
const mathml = (tex: string): string =>
  temml.renderToString(tex, { displayMode: true }).replaceAll(/ style="[^"]*"/g, "");

/** Equations as MathML, made when the app is built: browsers set them, and no code for it is shipped. */
export const equationsPlugin = (): Plugin => ({
  name: "pricewar-equations",
  resolveId: (id) => (id === ID ? `\0${ID}` : null),
  load(id) {
    if (id !== `\0${ID}`) return null;
    const set = Object.entries(EQUATIONS).map(([key, tex]) => [key, mathml(tex)]);
    return `export default ${JSON.stringify(Object.fromEntries(set))};`;
  },
});
