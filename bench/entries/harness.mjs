// What every entry in JavaScript shares: reading the workload, and answering each line on stdin with one run of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";

/** The workload of a folder, see bench/workload.ts. Columns by agent, tables by product, prices tick x product. */
export function readWorkload(folder) {
  const floats = (name) => {
    const bytes = readFileSync(join(folder, `${name}.f32`));
    return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  };
  const ints = (name) => {
    const bytes = readFileSync(join(folder, `${name}.i32`));
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  };
  const [agents, products, ticks] = ints("head");
  const [mu, rho] = floats("scales");
  return {
    agents,
    products,
    ticks,
    mu,
    rho,
    inputWeight: floats("inputWeight"),
    outputWeight: floats("outputWeight"),
    qualityFloor: floats("qualityFloor"),
    switching: floats("switching"),
    taste: floats("taste"),
    vendorOf: ints("vendorOf"),
    lnQuality: floats("lnQuality"),
    base: floats("base"),
    input: floats("input"),
    output: floats("output"),
  };
}

/**
 * Each line on stdin asks for one run over all ticks; each line on stdout reports it: milliseconds, and what it counted
 * (in the dense choice how many agents chose each product at each tick). A run that clocks itself says so.
 */
export function serve(run) {
  const lines = createInterface({ input: process.stdin });
  let turn = Promise.resolve();
  lines.on("line", () => {
    turn = turn.then(async () => {
      const begun = performance.now();
      const result = await run();
      const { ms = performance.now() - begun, counts = result } = result;
      process.stdout.write(`${JSON.stringify({ ms, counts: [...counts] })}\n`);
    });
  });
  lines.on("close", () => turn.then(() => process.exit(0)));
}
