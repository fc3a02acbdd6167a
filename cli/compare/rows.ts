import { entities, type PairedDifference, pairedWhereBoth, type Recording, union } from "../../engine/index.ts";
import { tablesOf } from "../run-json.ts";

/** Where two arms end, and how far apart, for one number of one product, vendor, segment or the market. */
export interface Row extends PairedDifference {
  readonly entity: Kind;
  readonly id: string; // "market" for the market
  readonly name: string; // as in `run --json`
}

type Kind = "market" | "vendor" | "product" | "segment";

const KINDS: readonly Kind[] = ["market", "vendor", "product", "segment"];

/** Whether only one of the two arms has what the row is of. */
export const inOneArm = ({ base, other }: Row): boolean => Number.isNaN(base) !== Number.isNaN(other);

/** Rows of all that either arm has, by id: what one arm lacks has no number there, and no difference. */
export function rowsOf(arm: readonly Recording[], base: readonly Recording[]): Row[] {
  const [there, here] = [arm, base].map((recordings) => recordings.map(endsOf));
  return KINDS.flatMap((entity) => {
    const names = tablesOf(base[0])[entity].map(([name]) => name);
    return union([base[0], arm[0]].map((r) => entities(r, entity))).flatMap((id) =>
      names.map((name): Row => {
        const column = (ends: readonly Ends[]) => ends.map((end) => end.get(keyOf(entity, id, name)) ?? NaN);
        return { entity, id, name, ...pairedWhereBoth(column(there), column(here)) };
      }),
    );
  });
}

type Ends = ReadonlyMap<string, number>;

const keyOf = (entity: Kind, id: string, name: string): string => `${entity}/${id}/${name}`;

/** The last value of everything, by entity, id and name. */
function endsOf(r: Recording): Ends {
  const tables = tablesOf(r);
  return new Map(
    KINDS.flatMap((entity) =>
      tables[entity].flatMap(([name, column]) => {
        const ids = entities(r, entity);
        return ids.map((id, k): [string, number] => [keyOf(entity, id, name), column[column.length - ids.length + k]]);
      }),
    ),
  );
}
