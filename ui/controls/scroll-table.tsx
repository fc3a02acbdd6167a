import type { ReactNode } from "react";

interface Props {
  readonly label: string;
  /** What columns are called, by text or, where more than text is shown, by key. */
  readonly head: readonly (string | Column)[];
  readonly kind?: string; // class names
  readonly children: ReactNode; // rows
}

interface Column {
  readonly id: string;
  readonly shown: ReactNode;
}

/** A table that scrolls sideways where it has no room. */
export const ScrollTable = ({ label, head, kind, children }: Props) => (
  // A scrolling region must be reachable by keyboard.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <section className="table-scroll" tabIndex={0} aria-label={label}>
    <table className={kind ?? "data"}>
      <thead>
        <tr>
          {head.map((column) => {
            const { id, shown } = typeof column === "string" ? { id: column, shown: column } : column;
            return (
              <th key={id} scope="col">
                {shown}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
);

interface TextProps extends Omit<Props, "children" | "head"> {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[]; // the first cell names the row
}

/** The same of plain text. */
export const TextTable = ({ rows, ...table }: TextProps) => (
  <ScrollTable {...table}>
    {rows.map(([name, ...cells]) => (
      <tr key={name}>
        <th scope="row">{name}</th>
        {cells.map((cell, k) => (
          <td key={table.head[k + 1]}>{cell}</td>
        ))}
      </tr>
    ))}
  </ScrollTable>
);
