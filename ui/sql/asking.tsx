import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { csvCell, tsv } from "../../charts/data/data-table.ts";
import { Picker } from "../controls/picker.tsx";
import { TextTable } from "../controls/scroll-table.tsx";
import { useSection } from "../i18n/index.ts";
import { AnswerChart } from "./answer-chart.tsx";
import type { Answer, Begin } from "./database.ts";
import type { AskedRuns } from "./load.ts";
import { READY, sqlWords } from "./sql-words.ts";
import "./sql.css";

interface Table {
  readonly connection: AsyncDuckDBConnection;
  readonly total: number;
}

/** The table of some runs. Those of the first call: who has others is another panel. */
function useTable(given: readonly AskedRuns[], begin?: Begin): Table | string | null {
  const [table, setTable] = useState<Table | string | null>(null);
  const [asked] = useState({ arms: given, begin });
  useEffect(() => {
    let wanted = true;
    const make = async () => {
      const [{ besidePage, connect }, { load }] = await Promise.all([import("./database.ts"), import("./load.ts")]);
      const connection = await connect(asked.begin ?? besidePage);
      const total = await load(connection, asked.arms);
      if (wanted) setTable({ connection, total });
    };
    make().catch((error: unknown) => wanted && setTable(String(error)));
    return () => void (wanted = false);
  }, [asked]);
  return table;
}

interface Props {
  readonly arms: readonly AskedRuns[];
  readonly begin?: Begin; // DuckDB; missing: it lies beside the page
}

/** A query, ready ones to begin with, and its answer. */
export function Asking({ arms, begin }: Props) {
  const say = useSection(sqlWords);
  const table = useTable(arms, begin);
  const [sql, setSql] = useState<string>(READY[0].sql);
  const [answer, setAnswer] = useState<Answer | string | null>(null);
  if (table === null) return <output>{say("opening")}</output>;
  if (typeof table === "string") return <Problem text={table} />;
  const ask = async () => {
    setAnswer(null);
    const { ask: answerOf } = await import("./database.ts");
    setAnswer(await answerOf(table.connection, sql).catch((error: unknown) => String(error)));
  };
  return (
    <div className="ask">
      <Picker
        label={say("question")}
        options={READY.map(({ id, text }) => ({ id, text: say(text) }))}
        value={READY.find((r) => r.sql === sql)?.id ?? ""}
        onChange={(id) => setSql(READY.find((r) => r.id === id)!.sql)}
      />
      <label>
        {say("query")}
        <textarea
          value={sql}
          rows={5}
          spellCheck={false}
          onChange={(e) => setSql(e.target.value)}
          onKeyDown={(e) => e.key === "Enter" && (e.ctrlKey || e.metaKey) && void ask()}
        />
      </label>
      <div className="told">
        <Button className="button" onPress={() => void ask()}>
          {say("ask")}
        </Button>
        {isAnswer(answer) && <Told answer={answer} total={table.total} />}
      </div>
      {typeof answer === "string" && <Problem text={answer} />}
      {isAnswer(answer) && <Shown answer={answer} />}
    </div>
  );
}

const isAnswer = (answer: Answer | string | null): answer is Answer => answer !== null && typeof answer !== "string";

function Told({ answer: { rows, ms }, total }: { readonly answer: Answer; readonly total: number }) {
  const say = useSection(sqlWords);
  const grouped = (n: number) => n.toLocaleString("en-GB");
  return <output>{say("told", { rows: grouped(rows.length), ms: Math.round(ms), total: grouped(total) })}</output>;
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

function Shown({ answer }: { readonly answer: Answer }) {
  const say = useSection(sqlWords);
  const [copied, setCopied] = useState<Answer | null>(null);
  const rows = answer.rows.map((row) => row.map(cellText));
  const head = [...answer.head];
  const csv = [head, ...rows].map((row) => row.map(csvCell).join(",")).join("\n");
  const copy = () => void navigator.clipboard.writeText(tsv({ head, rows })).then(() => setCopied(answer));
  return (
    <>
      <AnswerChart answer={answer} />
      <TextTable
        label={say("answer")}
        head={["#", ...head]}
        rows={rows.slice(0, MOST_ROWS).map((row, k) => [String(k + 1), ...row])}
      />
      <div className="taken">
        <Button className="button" onPress={copy}>
          {say(copied === answer ? "copied" : "copy")}
        </Button>
        <a className="button" download="answer.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`}>
          {say("download")}
        </a>
      </div>
    </>
  );
}
