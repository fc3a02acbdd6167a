import type { ReactNode } from "react";
import { ScrollTable } from "../../controls/scroll-table.tsx";

interface Props {
  readonly title: string;
  readonly lead?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly action?: ReactNode;
}

const SHORT = 24; // characters: a number with its unit, a verdict

/** Numbers stay on a line; sentences and links get room to run. */
const isShort = (cell: ReactNode): boolean => typeof cell === "string" && cell.length <= SHORT;

/** A heading, a sentence and a table that scrolls sideways on a phone. */
export function DataSection({ title, lead, head, rows, action }: Props) {
  return (
    <section className="model-section">
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      {action}
      {rows.length > 0 && (
        <ScrollTable label={title} head={head} kind="data words">
          {rows.map(([first, ...rest], k) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows never move
            <tr key={k}>
              <th scope="row">{first}</th>
              {rest.map((cell, c) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns never move
                <td key={c} className={isShort(cell) ? "short" : "long"}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}
