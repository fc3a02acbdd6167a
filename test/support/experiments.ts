import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";

/** A textbook market of so many agents and 26 weekly ticks, and a design of runs over it. Written into `folder`. */
export function writeTextbookDesign(folder: string, runs: number, { agents = 1000, extra = "" } = {}): string {
  const cost = "{kind: curve, input: 1, output: 1, referenceGpuPrice: 1}";
  const product = (price: number) => `{appeal: 2, price: {input: ${price}, output: ${price}}, cost: ${cost}}`;
  const vendor = (price: number) => `{name: V, load: 1, strategy: {kind: hold}, products: {p: ${product(price)}}}`;
  writeFileSync(
    join(folder, "textbook.yaml"),
    `id: textbook
title: Textbook
question: "?"
clock: {start: 2024-01-01, weeks: 26, tickDays: 7, burnInWeeks: 0}
currency: CNY
demand: {kind: unit-logit, mu: 0.25, a0: 0, size: 1, exact: false, agents: ${agents}}
costs: {gpuPrice: 1, referenceGpuPrice: 1}
vendors:
  a: ${vendor(1.5)}
  b: ${vendor(1.6)}
`,
  );
  writeFileSync(
    join(folder, "design.yaml"),
    `scenario: textbook.yaml
method: latin-hypercube
runs: ${runs}
seed: 3
parameters:
  - {path: vendors.a.products.p.price.input, range: [1.1 CNY/Mtok, 2 CNY/Mtok]}
  - {path: demand.mu, range: [0.1, 0.5]}
outputs: [market.hhi, vendors.a.tokenShare, "market.tokens:mean"]
${extra}`,
  );
  return "design.yaml";
}

export const RESULTS = ["manifest.json", "runs.parquet", "series.parquet", "summary.json"] as const;

/** Hashes of a complete folder's files. */
export const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    RESULTS.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
