import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";

/** DuckDB's worker, begun, and the address of its WebAssembly as that worker reads it. */
interface Begun {
  readonly worker: Worker;
  readonly wasm: string;
}

/** Where DuckDB's two large parts come from. */
export type Begin = () => Promise<Begun>;

/** From beside the page, on its own origin. */
export const besidePage: Begin = async () => {
  const place = (name: string) => new URL(`duckdb/${name}`, document.baseURI);
  const { ok, body, url, status } = await fetch(place("duckdb-eh.bin"));
  if (!ok || !body) throw new Error(`${url}: ${status}`);
  return { wasm: URL.createObjectURL(await unpacked(body)), worker: new Worker(place("worker.js")) };
};

/** WebAssembly as it was before it was gzipped. */
export const unpacked = (packed: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> =>
  new Response(packed.pipeThrough(new DecompressionStream("gzip")), {
    headers: { "Content-Type": "application/wasm" },
  }).blob();

let opened: Promise<AsyncDuckDB> | null = null;

/** DuckDB in a worker of its own, loaded when it is first asked for. */
function database(begin: Begin): Promise<AsyncDuckDB> {
  opened ??= open(begin).catch((error: unknown) => {
    opened = null; // without a network: another try may have one
    throw error;
  });
  return opened;
}

async function open(begin: Begin): Promise<AsyncDuckDB> {
  const { worker, wasm } = await begin();
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(wasm);
  URL.revokeObjectURL(wasm);
  await db.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true } });
  return db;
}

/** A connection that reads nothing but its own tables: no file, no network. */
export async function connect(begin: Begin): Promise<AsyncDuckDBConnection> {
  const connection = await (await database(begin)).connect();
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
