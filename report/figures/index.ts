import { Registry } from "../../engine/index.ts";
import type { FigureKind } from "./figure.ts";
import { linesFigure } from "./lines-figure.ts";
import { moves } from "./moves-figure.ts";
import { waterfall } from "./waterfall-figure.ts";

/** The registry of figures a report may hold. Any measure makes one in a line. */
export const figures = new Registry<FigureKind>("figure", [
  linesFigure({ id: "prices", measure: "listPrice", height: 186, free: true }),
  linesFigure({ id: "shares", measure: "tokenShare", height: 206 }),
  linesFigure({ id: "index", measure: "priceIndex", height: 120 }),
  linesFigure({ id: "margins", measure: "grossMargin", height: 150 }),
  linesFigure({ id: "tokens", measure: "tokens", height: 120 }),
  linesFigure({ id: "surplus", measure: "consumerSurplus", height: 120 }),
  linesFigure({ id: "concentration", measure: "hhi", height: 120 }),
  moves,
  waterfall,
]);

export type { Figure, FigureInput } from "./figure.ts";
