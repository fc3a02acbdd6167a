import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exp } from "../engine/math/elementary.ts";
import { normalQuantile } from "../engine/math/normal-quantile.ts";
import { nameHash, uniform } from "../engine/math/random.ts";
import { gumbel } from "../engine/demand/mixed-logit/kernel.ts";

export interface Size {
  readonly agents: number;
  readonly products: number;
  readonly ticks: number;
}

/**
 * The dense workload: everyone chooses at every tick, prices fall by 3 % a tick, tastes are kept, and who holds a
 * product is loyal to it and, less so, to its vendor's others. Written to files, so that every entry, in whatever
 * language, works on the very same numbers and its counts can be held against the others'.
 */
export function writeWorkload(folder: string, { agents, products, ticks }: Size): void {
  mkdirSync(folder, { recursive: true });
  const save = (name: string, data: Float32Array | Int32Array) =>
    writeFileSync(join(folder, `${name}.${data instanceof Int32Array ? "i32" : "f32"}`), new Uint8Array(data.buffer));
  const u = (name: string, k: number) => uniform(1, nameHash(name), k, 0);
  const column = (n: number, value: (k: number) => number) => Float32Array.from({ length: n }, (_, k) => value(k));
  const value = column(agents, (i) => exp(3.7 + 1.05 * normalQuantile(u("value", i))));
  const share = column(agents, (i) => 0.1 + 0.3 * u("share", i));
  const lnQuality = column(products, (j) => -u("quality", j));
  const listed = column(products, (j) => 0.5 + 20 * u("price", j));
  const fallen = (j: number, t: number) => (listed[j] * exp(-0.03 * t)) / exp(lnQuality[j]);
  save("head", Int32Array.of(agents, products, ticks));
  save("scales", Float32Array.of(0.22, 0.4));
  save(
    "inputWeight",
    column(agents, (i) => (1 - share[i]) / value[i]),
  );
  save(
    "outputWeight",
    column(agents, (i) => share[i] / value[i]),
  );
  save(
    "qualityFloor",
    column(agents, (i) => (u("floor", i) < 0.6 ? -Infinity : -0.62)),
  );
  save(
    "switching",
    column(agents, (i) => 0.6 * u("switching", i)),
  );
  save(
    "taste",
    column(agents * products, (k) => gumbel(u("taste", k) * 2 ** 32 - 0.5)),
  );
  save(
    "vendorOf",
    Int32Array.from({ length: products }, (_, j) => j >> 1),
  );
  save("lnQuality", lnQuality);
  save(
    "base",
    column(products, (j) => lnQuality[j] + 0.5 * u("trust", j)),
  );
  save(
    "input",
    column(products * ticks, (k) => fallen(k % products, Math.floor(k / products))),
  );
  save(
    "output",
    column(products * ticks, (k) => 2 * fallen(k % products, Math.floor(k / products))),
  );
}
