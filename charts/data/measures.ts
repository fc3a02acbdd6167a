import { metrics } from "../../engine/index.ts";
import { COLUMNS } from "./measure-columns.ts";
import { drawn, type Measure } from "./measure.ts";

/** Every series a panel can show. */
export const measures = (): Measure[] => [...metrics.list().map(drawn), ...COLUMNS];

export const measure = (id: string): Measure => {
  const found = measures().find((m) => m.id === id);
  if (!found) throw new Error(`no measure “${id}”`);
  return found;
};
