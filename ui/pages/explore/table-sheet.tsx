import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { dataTable } from "../../../charts/data/data-table.ts";
import { DataTableButton } from "../../controls/data-table-button.tsx";
import type { ChartSpec } from "../../controls/vega-buttons.tsx";
import { useWords } from "../../i18n/index.ts";
import { useRun } from "./chart-data.ts";

interface Props {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly spec: ChartSpec;
}

const WEEK = 7;

/** A panel's numbers: a row a week to read, a row a tick to copy. */
export function TableButton({ title, lines, spec }: Props) {
  const say = useWords();
  const { dates, tickDays } = useRun().recording;
  const step = Math.max(1, Math.round(WEEK / tickDays));
  return (
    <DataTableButton
      title={title}
      table={(whole) => dataTable(lines, dates, say("explore.date"), whole ? 1 : step)}
      spec={spec}
    />
  );
}
