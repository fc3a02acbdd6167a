import type { ReactNode } from "react";
import type { ChartSpec } from "../../controls/vega-buttons.tsx";
import type { DataTable } from "../../../charts/data/data-table.ts";
import { DataTableButton } from "../../controls/data-table-button.tsx";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly tools?: ReactNode;
  /** The numbers of the section's chart; absent while there is none. */
  readonly table?: () => DataTable;
  /** That chart, as Vega-Lite. */
  readonly spec?: ChartSpec;
  readonly children?: ReactNode;
}

/** A heading, a line in plain words, tools at the right. */
export const Section = ({ id, title, lead, tools, table, spec, children }: Props) => (
  <section className="driver" id={id} aria-labelledby={`title-${id}`}>
    <header>
      <h2 id={`title-${id}`}>{title}</h2>
      {(tools || table) && (
        <div className="section-tools">
          {tools}
          {table && <DataTableButton title={title} table={table} spec={spec} />}
        </div>
      )}
    </header>
    {lead && <p className="lead">{lead}</p>}
    {children}
  </section>
);
