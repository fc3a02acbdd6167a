import type { ReactNode } from "react";
import { IconButton } from "../../controls/icon-button.tsx";
import { NumberRowOf } from "../../controls/parameter-form.tsx";

/** One number of a row. */
interface Column<R> {
  readonly label: string;
  readonly unit?: string;
  readonly range: readonly [number, number];
  readonly whole?: boolean;
  of(row: R): number;
  with(row: R, x: number): R;
}

interface Props<R> {
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly add: string; // what the button that adds a row says
  readonly remove: string;
  fresh(last: R | undefined): R;
  onChange(rows: readonly R[]): void;
  more?(row: R, change: (next: R) => void): ReactNode; // fields of a row that are no numbers
}

/** A list whose rows are a few numbers each: rows are added, changed, taken out. */
export function NumberRows<R extends object>({ rows, columns, add, remove, fresh, onChange, more }: Props<R>) {
  return (
    <div className="form">
      {rows.map((row, k) => {
        const change = (next: R) => onChange(rows.with(k, next));
        return (
          <div className="step" key={`${k} ${JSON.stringify(row)}`}>
            {more?.(row, change)}
            {columns.map(({ label, unit, range, whole, of, with: put }) => (
              <NumberRowOf
                key={label}
                label={label}
                unit={unit}
                range={range}
                whole={whole}
                value={of(row)}
                usual={of(row)}
                onChange={(x) => change(put(row, x))}
              />
            ))}
            <IconButton icon="close" label={remove} onPress={() => onChange(rows.toSpliced(k, 1))} />
          </div>
        );
      })}
      <button type="button" className="quiet" onClick={() => onChange([...rows, fresh(rows.at(-1))])}>
        {add}
      </button>
    </div>
  );
}
