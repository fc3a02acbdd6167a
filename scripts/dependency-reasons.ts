/** Why each package that we name is here, and what would do without it. A package without a line here fails a test. */
type Use = "ships" | "builds" | "tests";

interface Reason {
  readonly use: Use;
  readonly why: string;
  /** What would replace it, where something could. */
  readonly without?: string;
}

const ships = (why: string, without?: string): Reason => ({ use: "ships", why, without });
const builds = (why: string, without?: string): Reason => ({ use: "builds", why, without });
const tests = (why: string, without?: string): Reason => ({ use: "tests", why, without });

export const REASONS: Readonly<Record<string, Reason>> = {
  temml: builds("TeX to MathML for the Model page, when the app is built", "MathML by hand"),
  "@resvg/resvg-js": ships("SVG to PNG and slides, native: the one package that is installed with ours"),
  "@duckdb/duckdb-wasm": ships("SQL over runs in the page; its files are copied into the app"),
  "@duckdb/node-api": tests("holds our Parquet files and SQL against DuckDB itself"),
  "@modelcontextprotocol/sdk": ships("the protocol of `pricewar mcp`"),
  "@noble/hashes": ships("SHA-256 of fingerprints, the same in pages without a secure context"),
  "@stryker-mutator/core": tests("mutants of the engine: what no test notices"),
  "@stryker-mutator/vitest-runner": tests("runs them under Vitest"),
  "@types/d3": builds("types"),
  "@types/d3-sankey": builds("types"),
  "@types/node": builds("types"),
  "@types/react": builds("types"),
  "@types/react-dom": builds("types"),
  "@types/seedrandom": builds("types"),
  "@types/ws": builds("types"),
  "@vitejs/plugin-react": builds("JSX in development"),
  "@vitest/browser-playwright": tests("tests inside Chromium"),
  ajv: tests("an independent reader of our JSON schemas"),
  "ajv-formats": tests("dates in those schemas"),
  "apache-arrow": ships("columns on their way into DuckDB"),
  assemblyscript: builds("compiles the kernel to WebAssembly (`npm run generate`)"),
  "axe-core": tests("accessibility"),
  bullmq: ships("the queue; optional for users", "shards, which need no service"),
  "cli-table3": ships("columns in the terminal", "some fifty lines of our own"),
  comlink: ships("calls to workers", "some eighty lines of our own"),
  commander: ships("the command line"),
  "core-js": ships("methods that phones of 2020 lack, in the pages for students", "some sixty lines of our own"),
  d3: ships("scales, shapes, layouts of charts"),
  "d3-sankey": ships("flows of users"),
  doiuse: tests("holds our styles against the oldest phones they are for"),
  "es-check": tests("holds our scripts against the oldest phones they are for"),
  "fast-check": tests("properties and fuzzing"),
  fflate: ships("zip of Office files and SCORM"),
  hyparquet: ships("reads Parquet"),
  "hyparquet-writer": ships("writes Parquet"),
  ioredis: ships("the queue's connection; optional for users"),
  marked: builds("lessons from Markdown"),
  mathjs: ships("parses formulas; what they may contain is ours", "a parser of our own"),
  oxfmt: builds("the formatter"),
  oxlint: builds("the linter"),
  "oxlint-tsgolint": builds("its rules that need types"),
  "pdfjs-dist": tests("reads our PDFs"),
  playwright: tests("drives Chromium; of users' own to print PDFs"),
  pptxgenjs: ships("slides"),
  react: ships("the app"),
  "react-aria-components": ships("controls that keyboards and screen readers can use"),
  "react-dom": ships("the app"),
  "read-excel-file": tests("reads our workbooks"),
  "scorm-again": tests("a learning platform's side of SCORM"),
  seedrandom: tests("an independent generator of draws"),
  "simple-ascii-chart": ships("charts in the terminal", "some hundred lines of our own"),
  sirv: ships("files of a folder over HTTP", "some hundred lines; ours stands before it (server/door.ts)"),
  tsx: builds("scripts, benches; plugins in TypeScript before Node 22.18", "Node itself, from 22.18 on"),
  typescript: builds("types"),
  uqr: ships("the QR picture of a class"),
  vega: tests("draws our Vega-Lite specifications"),
  "vega-lite": tests("compiles them"),
  vite: builds("bundles"),
  vitest: tests("the runner"),
  "write-excel-file": ships("workbooks"),
  ws: ships("sockets of a class"),
  yaml: ships("reads scenario files, with places"),
  zod: ships("the schema of scenario files"),
};
