import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";

let opened: Promise<AsyncDuckDB> | null = null;

/** DuckDB in a worker of its own, from our own origin, loaded when it is first asked for. */
export function database(): Promise<AsyncDuckDB> {
  opened ??= open().catch((error: unknown) => {
    opened = null; // without a network: another try may have one
    throw error;
  });
  return opened;
}

async function open(): Promise<AsyncDuckDB> {
  const place = (name: string) => new URL(`duckdb/${name}`, document.baseURI);
  const packed = await fetch(place("duckdb-eh.bin"));
  if (!packed.ok || !packed.body) throw new Error(`${packed.url}: ${packed.status}`);
  const wasm = packed.body.pipeThrough(new DecompressionStream("gzip"));
  const blob = await new Response(wasm, { headers: { "Content-Type": "application/wasm" } }).blob();
  const address = URL.createObjectURL(blob);
  const db = new AsyncDuckDB(new VoidLogger(), new Worker(place("worker.js")));
  await db.instantiate(address);
  URL.revokeObjectURL(address);
  return db;
}

/** A connection that reads nothing but its own tables: no file, no network. */
export async function connect(): Promise<AsyncDuckDBConnection> {
  const connection = await (await database()).connect();
  await connection.query("SET enable_external_access = false");
  return connection;
}

export interface Answer {
  readonly head: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly ms: number;
}

/** What a query gives; numbers as numbers, days as ISO dates. @throws Error with what DuckDB says of the query */
export async function ask(connection: AsyncDuckDBConnection, sql: string): Promise<Answer> {
  const start = performance.now();
  const table = await connection.query(sql);
  const ms = performance.now() - start;
  const fields = table.schema.fields.map(({ name, type }) => ({ name, isDay: String(type).startsWith("Date") }));
  const cell = (x: unknown, isDay: boolean): unknown => {
    if (typeof x === "bigint") return Number(x);
    return isDay && typeof x === "number" ? new Date(x).toISOString().slice(0, 10) : x;
  };
  const rows = table
    .toArray()
    .map((row: Readonly<Record<string, unknown>>) => fields.map(({ name, isDay }) => cell(row[name], isDay)));
  return { head: fields.map(({ name }) => name), rows, ms };
}
