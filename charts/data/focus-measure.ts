import { type Entity, findSeries, type Focus } from "../../engine/index.ts";
import type { Measure } from "./measure.ts";
import { measures } from "./measures.ts";

/** The series a measure shows, by the name that paths have for it: of segmentSpend it is spend; null: it has none. */
function seriesOfMeasure({ entity, id }: Measure): string | null {
  const own = id.startsWith(entity) ? id[entity.length]?.toLowerCase() + id.slice(entity.length + 1) : id;
  return [id, own].find((name) => findSeries({ entity, name })) ?? null;
}

/** What can be asked about somebody of a kind: whatever a chart can show. */
export const askable = (entity: Entity): readonly string[] =>
  measures()
    .filter((m) => m.entity === entity)
    .map(seriesOfMeasure)
    .filter((name) => name !== null);

/** How a focus is drawn. */
export const measureOfFocus = ({ entity, name }: Pick<Focus, "entity" | "name">): Measure | undefined =>
  measures().find((m) => m.entity === entity && seriesOfMeasure(m) === name);
