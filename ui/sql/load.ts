import { makeBuilder, makeVector, Table, tableToIPC, Utf8, type Vector } from "apache-arrow";
import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { parsePath, type RunSeries } from "../../engine/index.ts";

/** What is asked about: the runs of some scenarios. */
export interface AskedRuns {
  readonly scenario: string; // id
  readonly runs: readonly RunSeries[];
}

/**
 * Fills the table `runs` with every series of every run. Numbers lie in one table, names in small ones beside it: a
 * million rows are made in a moment, and the view reads as one table.
 */
export async function load(connection: AsyncDuckDBConnection, arms: readonly AskedRuns[]): Promise<number> {
  const all = arms.flatMap(({ runs }) => runs);
  const paths = [...new Set(all.flatMap((m) => [...m.paths]))];
  const dates = [...new Set(all.flatMap((m) => [...m.dates]))].toSorted();
  const [placeOf, tickOf] = [paths, dates].map((list) => new Map(list.map((name, k) => [name, k])));
  const total = all.reduce((sum, m) => sum + m.paths.length * m.dates.length, 0);
  const [arm, run, series, tick] = [0, 0, 0, 0].map(() => new Int32Array(total));
  const value = new Float64Array(total);
  let at = 0;
  arms.forEach(({ runs }, a) =>
    runs.forEach((m, r) => {
      const ticks = Int32Array.from(m.dates, (date) => tickOf.get(date)!);
      m.series.forEach((column, k) => {
        const end = at + column.length;
        arm.fill(a, at, end);
        run.fill(r, at, end);
        series.fill(placeOf.get(m.paths[k])!, at, end);
        tick.set(ticks, at);
        value.set(column, at);
        at = end;
      });
    }),
  );
  const parts = paths.map((path) => parsePath(path)!);
  const insert = async (name: string, columns: Readonly<Record<string, Column>>) => {
    await connection.query(`DROP TABLE IF EXISTS ${name}`);
    const vectors = Object.entries(columns).map(([id, column]): [string, Vector] => [id, vectorOf(column)]);
    const table = new Table(Object.fromEntries(vectors));
    await connection.insertArrowFromIPCStream(tableToIPC(table, "stream"), { name, create: true });
  };
  await connection.query("DROP VIEW IF EXISTS runs");
  await insert("numbers", { arm, run, series, tick, value });
  await insert("arms", { arm: Int32Array.from(arms.keys()), scenario: arms.map(({ scenario }) => scenario) });
  await insert("days", { tick: Int32Array.from(dates.keys()), day: dates });
  await insert("names", {
    series: Int32Array.from(paths.keys()),
    entity: parts.map((p) => p.entity),
    id: parts.map((p) => p.id),
    metric: parts.map((p) => p.name),
  });
  await connection.query(`CREATE VIEW runs AS
    SELECT arms.scenario, numbers.run, CAST(days.day AS DATE) AS date, names.entity, names.id, names.metric,
      CASE WHEN isnan(numbers.value) THEN NULL ELSE numbers.value END AS value
    FROM numbers JOIN arms USING (arm) JOIN days USING (tick) JOIN names USING (series)`);
  return total;
}

type Column = Int32Array | Float64Array | readonly string[];

/** A column without gaps: looking for gaps, Arrow compiles code of its own, which no strict page allows. */
function vectorOf(column: Column): Vector {
  if (column instanceof Int32Array) return makeVector(column);
  if (column instanceof Float64Array) return makeVector(column);
  const builder = makeBuilder({ type: new Utf8(), nullValues: [] });
  for (const text of column) builder.append(text);
  return builder.finish().toVector();
}
