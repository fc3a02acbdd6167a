import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { useEffect, useId, useState } from "react";
import { Button } from "react-aria-components";
import { csvCell, tsv } from "../../charts/data/data-table.ts";
import { Picker } from "../controls/picker.tsx";
import { TextTable } from "../controls/scroll-table.tsx";
import { useSection } from "../i18n/index.ts";
import type { Paired } from "../parts/paired.ts";
import { Sketch } from "./sketch.tsx";
import { READY, sqlWords } from "./sql-words.ts";
import type { Answer } from "./database.ts";
import "./sql.css";

const COLUMNS = "scenario, run, date, entity, id, metric, value";

/** All runs of a page as a table to be asked in SQL. DuckDB loads when the panel is opened, not before. */
export function SqlPanel({ paired }: { readonly paired: Paired }) {
  const say = useSection(sqlWords);
  const [open, setOpen] = useState(false);
  const title = useId();
  const { arms, running, done } = paired;
  const which = [...arms.map(({ id }) => id), done].join(); // other runs are another table
  return (
    <section className="page-section sql" aria-labelledby={title}>
      <h2 id={title}>{say("title")}</h2>
      <p className="note">{say("lead", { columns: COLUMNS })}</p>
      {open && running && <output>{say("opening")}</output>}
      {open && !running && <Asking key={which} paired={paired} />}
      {!open && (
        <Button className="button" onPress={() => setOpen(true)}>
          {say("open")}
        </Button>
      )}
    </section>
  );
}

interface Table {
  readonly connection: AsyncDuckDBConnection;
  readonly total: number;
}

/** The table of some runs. Those of the first call: who has others is another panel. */
function useTable(given: Paired): Table | string | null {
  const [table, setTable] = useState<Table | string | null>(null);
  const [paired] = useState(given);
  useEffect(() => {
    let wanted = true;
    const make = async () => {
      const [{ connect }, { load }] = await Promise.all([import("./database.ts"), import("./load.ts")]);
      const connection = await connect();
      const total = await load(connection, paired);
      if (wanted) setTable({ connection, total });
    };
    make().catch((error: unknown) => wanted && setTable(String(error)));
    return () => void (wanted = false);
  }, [paired]);
  return table;
}

function Asking({ paired }: { readonly paired: Paired }) {
  const say = useSection(sqlWords);
  const table = useTable(paired);
  const [sql, setSql] = useState<string>(READY[0].sql);
  const [answer, setAnswer] = useState<Answer | string | null>(null);
  const query = useId();
  if (table === null) return <output>{say("opening")}</output>;
  if (typeof table === "string") return <Problem text={table} />;
  const ask = async () => {
    setAnswer(null);
    const { ask: answerOf } = await import("./database.ts");
    setAnswer(await answerOf(table.connection, sql).catch((error: unknown) => String(error)));
  };
  return (
    <>
      <Picker
        label={say("question")}
        options={READY.map(({ id, text }) => ({ id, text: say(text) }))}
        value={READY.find((r) => r.sql === sql)?.id ?? ""}
        onChange={(id) => setSql(READY.find((r) => r.id === id)!.sql)}
      />
      <label htmlFor={query}>{say("query")}</label>
      <textarea
        id={query}
        value={sql}
        rows={5}
        spellCheck={false}
        onChange={(e) => setSql(e.target.value)}
        onKeyDown={(e) => e.key === "Enter" && (e.ctrlKey || e.metaKey) && void ask()}
      />
      <Button className="button" onPress={() => void ask()}>
        {say("ask")}
      </Button>
      {typeof answer === "string" && <Problem text={answer} />}
      {answer !== null && typeof answer !== "string" && <Shown answer={answer} total={table.total} />}
    </>
  );
}

const Problem = ({ text }: { readonly text: string }) => (
  <p className="notice" data-kind="error" role="alert">
    {text}
  </p>
);

const MOST_ROWS = 200; // on the page; copies and files have all

const cellText = (x: unknown): string => {
  if (x === null || x === undefined) return "";
  return typeof x === "number" ? String(Number(x.toPrecision(6))) : String(x);
};

function Shown({ answer, total }: { readonly answer: Answer; readonly total: number }) {
  const say = useSection(sqlWords);
  const [copied, setCopied] = useState<Answer | null>(null);
  const rows = answer.rows.map((row) => row.map(cellText));
  const head = [...answer.head];
  const csv = [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\n");
  const copy = () => void navigator.clipboard.writeText(tsv({ head, rows })).then(() => setCopied(answer));
  return (
    <>
      <output>{say("told", { rows: rows.length, ms: Math.round(answer.ms), total })}</output>
      <Sketch answer={answer} />
      <TextTable
        label={say("answer")}
        head={["#", ...head]}
        rows={rows.slice(0, MOST_ROWS).map((row, k) => [String(k + 1), ...row])}
      />
      <p>
        <Button className="button" onPress={copy}>
          {say(copied === answer ? "copied" : "copy")}
        </Button>{" "}
        <a className="button" download="answer.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}>
          {say("download")}
        </a>
      </p>
    </>
  );
}
