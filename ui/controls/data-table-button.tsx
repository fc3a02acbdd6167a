import { memo, useState } from "react";
import { Button } from "react-aria-components";
import { type DataTable, tsv } from "../../charts/data/data-table.ts";
import { useWords } from "../i18n/index.ts";
import { IconButton } from "./icon-button.tsx";
import { TextTable } from "./scroll-table.tsx";
import { Sheet } from "./sheet.tsx";
import { type ChartSpec, VegaButtons } from "./vega-buttons.tsx";

interface Props {
  readonly title: string;
  /** What is shown; `whole` says that every row is wanted, for copying. Called when asked for. */
  table(whole: boolean): DataTable;
  /** The chart itself, as Vega-Lite. Called when asked for. */
  readonly spec?: ChartSpec;
}

/** Opens a chart's numbers as a table, to read or to copy, and gives the chart away as data. */
export function DataTableButton({ title, table, spec }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Opener title={title} onOpen={setOpen} />
      <Sheet wide title={title} open={open} onClose={() => setOpen(false)}>
        {open && <Shown title={title} table={table} spec={spec} />}
      </Sheet>
    </>
  );
}

type OpenerProps = { readonly title: string; onOpen(open: true): void };

/** The table changes with every run, the button that opens it does not. */
const Opener = memo(function Opener({ title, onOpen }: OpenerProps) {
  const say = useWords();
  return <IconButton icon="table" label={`${say("explore.table")} · ${title}`} onPress={() => onOpen(true)} />;
});

function Shown({ title, table, spec }: Props) {
  const say = useWords();
  const [copied, setCopied] = useState(false);
  const { head, rows } = table(false);
  const copy = () => void navigator.clipboard.writeText(tsv(table(true))).then(() => setCopied(true));
  return (
    <>
      <div className="table-tools">
        <Button className="button" onPress={copy}>
          {say(copied ? "frame.copied" : "explore.copyData")}
        </Button>
        {spec && <VegaButtons title={title} spec={spec} />}
      </div>
      <TextTable label={say("explore.table")} head={head} rows={rows} />
    </>
  );
}
