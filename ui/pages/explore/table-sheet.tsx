import { useState } from "react";
import { Button } from "react-aria-components";
import type { ChartLine } from "../../../charts/chart-line.ts";
import { dataTable, tsv } from "../../../charts/data-table.ts";
import { IconButton } from "../../controls/icon-button.tsx";
import { Sheet } from "../../controls/sheet.tsx";
import { useWords } from "../../i18n/index.ts";
import { useRun } from "./chart-data.ts";

interface Props {
  readonly title: string;
  readonly lines: readonly ChartLine[];
}

/** Opens a chart's numbers as a table. */
export function TableButton({ title, lines }: Props) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="table" label={`${say("explore.table")} · ${title}`} onPress={() => setOpen(true)} />
      <Sheet wide title={title} open={open} onClose={() => setOpen(false)}>
        {open && <Table lines={lines} />}
      </Sheet>
    </>
  );
}

const WEEK = 7;

function Table({ lines }: Pick<Props, "lines">) {
  const say = useWords();
  const { dates, tickDays } = useRun().recording;
  const [copied, setCopied] = useState(false);
  const shown = dataTable(lines, dates, say("explore.date"), Math.max(1, Math.round(WEEK / tickDays)));
  const copy = () => {
    const whole = tsv(dataTable(lines, dates, say("explore.date")));
    void navigator.clipboard.writeText(whole).then(() => setCopied(true));
  };
  return (
    <>
      <Button className="button" onPress={copy}>
        {say(copied ? "frame.copied" : "explore.copyData")}
      </Button>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="table-scroll" tabIndex={0} aria-label={say("explore.table")}>
        <table className="data">
          <thead>
            <tr>
              {shown.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map(([day, ...cells]) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {cells.map((cell, k) => (
                  <td key={shown.head[k + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
