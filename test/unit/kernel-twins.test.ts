import fc from "fast-check";
import { expect, test } from "vitest";
import type { Batch } from "../../engine/demand/mixed-logit/choose-reference.ts";
import { CHUNK } from "../../engine/demand/mixed-logit/blocks.ts";
import { gumbel, jsKernel, type Kernel } from "../../engine/demand/mixed-logit/kernel.ts";
import { TRAITS } from "../../engine/demand/mixed-logit/traits.ts";
import { divide } from "../../engine/demand/mixed-logit/blocks.ts";
import { blankPopulation } from "../../engine/demand/mixed-logit/population.ts";
import { ALONE } from "../../engine/model/crew.ts";
import type { ChoiceTable } from "../../engine/demand/mixed-logit/tables.ts";
import { wasmKernel } from "../../engine/demand/mixed-logit/wasm/wasm-kernel.ts";
import { volumePaidFor } from "../../engine/demand/mixed-logit/volume.ts";
import { threefry, uniform } from "../../engine/math/random.ts";

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
/** Mostly plain numbers, among few distinct ones so that ties are common; sometimes whatever a float can be. */
const number = fc.oneof(
  { weight: 6, arbitrary: fc.float({ min: -4, max: 4, noNaN: true }) },
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 2 }) },
  { weight: 1, arbitrary: fc.float() },
);
const floats = (n: number) => fc.array(number, { minLength: n, maxLength: n }).map((x) => Float32Array.from(x));
const whole = (n: number, max: number) => fc.array(fc.integer({ min: -1, max }), { minLength: n, maxLength: n });

interface Case {
  readonly products: number;
  readonly agents: number;
  readonly columns: readonly Float32Array[]; // input weight, output weight, floor, taste
  readonly tables: readonly Float32Array[]; // ln quality, base, input, output
  readonly live: readonly boolean[];
  readonly vendors: readonly number[];
  readonly rows: readonly number[];
  readonly held: readonly number[];
  readonly loyalty: Float32Array;
  readonly exclude: readonly number[] | null;
  readonly bonus: { readonly has: readonly boolean[]; readonly values: Float32Array } | null;
  readonly renewed: Float32Array | null; // tastes kept outside the kernel
  readonly mu: number;
  readonly rho: number;
}

const cases: fc.Arbitrary<Case> = fc
  .record({ products: fc.integer({ min: 1, max: 13 }), agents: fc.integer({ min: 1, max: 9 }) })
  .chain(({ products: n, agents }) =>
    fc.subarray([...Array(agents).keys()]).chain((rows) =>
      fc.record({
        products: fc.constant(n),
        agents: fc.constant(agents),
        columns: fc.tuple(floats(agents), floats(agents), floats(agents), floats(agents * n)),
        tables: fc.tuple(floats(n), floats(n), floats(n), floats(n)),
        live: fc.array(fc.boolean(), { minLength: n, maxLength: n }),
        vendors: fc.array(fc.nat(3), { minLength: n, maxLength: n }),
        rows: fc.constant(rows),
        held: whole(rows.length, n - 1),
        // Finite, as a switching cost is: 0 times it must be 0.
        loyalty: fc
          .array(fc.float({ min: 0, max: 8, noNaN: true }), { minLength: rows.length, maxLength: rows.length })
          .map((x) => Float32Array.from(x)),
        exclude: fc.option(whole(rows.length, 3)),
        bonus: fc.option(
          fc.record({ has: fc.array(fc.boolean(), { minLength: n, maxLength: n }), values: floats(rows.length * n) }),
        ),
        renewed: fc.option(floats(agents * n)),
        mu: fc.float({ min: 0, max: 2, noNaN: true }),
        rho: fc.float({ min: 0, max: 1, noNaN: true }),
      }),
    ),
  );

function choices(kernel: Kernel, c: Case) {
  const p = { ...blankPopulation(divide([c.agents], ALONE), c.products, kernel.columns) };
  [p.inputWeight, p.outputWeight, p.qualityFloor, p.taste].forEach((column, k) => column.set(c.columns[k]));
  const [lnQuality, base, input, output] = c.tables;
  const products = Int16Array.from([...c.live.keys()].filter((j) => c.live[j]));
  const table: ChoiceTable = { products, count: products.length, lnQuality, base, input, output };
  let columns = 0;
  const slot = Int16Array.from(c.bonus?.has ?? [], (has) => (has ? columns++ : -1));
  const batch: Batch = {
    agents: Int32Array.from(c.rows),
    count: c.rows.length,
    held: Int16Array.from(c.held),
    loyalty: c.loyalty,
    taste: c.renewed ?? p.taste,
    exclude: c.exclude && Int16Array.from(c.exclude),
    bonus: columns > 0 ? { slot, columns, values: c.bonus!.values.slice(0, c.rows.length * columns) } : null,
    pick: new Int16Array(c.rows.length),
    reach: new Float32Array(c.rows.length),
  };
  kernel.choose(p, table, batch, { mu: c.mu, sameVendor: c.rho, vendorOf: Int16Array.from(c.vendors) });
  return { pick: [...batch.pick], reach: [...batch.reach] };
}

test("the WebAssembly kernel chooses as the definition does, bit by bit", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const size = { agents: c.agents, tastes: c.products };
      expect(choices(wasmKernel(size)!, c)).toEqual(choices(jsKernel(size), c));
    }),
    { numRuns: 1500 },
  );
});

test("both kernels find the same draws up to a limit, and no others", () => {
  const [js, wasm] = [jsKernel({ agents: 1, tastes: 1 }), wasmKernel({ agents: 1, tastes: 1 })!];
  const slice = fc.record({ from: fc.nat(1e6).map((k) => 4 * k), count: fc.integer({ min: 0, max: CHUNK }) });
  const limit = fc.oneof(fc.nat(65_535), fc.constantFrom(0, 32_767, 32_768, 65_535));
  fc.assert(
    fc.property(word, word, fc.integer({ min: -60, max: 500 }), slice, limit, (seed, stream, tick, at, limit) => {
      const draw = { seed, stream, tick };
      const hits = (k: Kernel) => [...k.desk.hits.subarray(0, k.drawsUpTo(draw, at, limit))];
      const expected: number[] = [];
      const bits = new Uint32Array(2);
      for (let k = 0; k < at.count; k++) {
        threefry(seed, stream, (at.from + k) >> 2, tick, bits);
        const own = (bits[(k >> 1) & 1] >>> ((k & 1) << 4)) & 0xffff;
        if (own <= limit) expected.push((k << 16) | own);
      }
      expect(hits(js)).toEqual(expected);
      expect(hits(wasm)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("both kernels draw the same tastes", () => {
  const slice = fc.record({ from: fc.nat(1e6).map((k) => 2 * k), count: fc.integer({ min: 0, max: 65 }) });
  fc.assert(
    fc.property(word, word, word, slice, fc.integer({ min: 1, max: 5 }), (seed, stream, tick, slice, stride) => {
      const size = { agents: 65, tastes: 5 };
      const tastes = (kernel: Kernel) => {
        kernel.gumbels({ seed, stream, tick }, slice, { at: stride - 1, stride });
        return [...kernel.columns.taste];
      };
      expect(tastes(wasmKernel(size)!)).toEqual(tastes(jsKernel(size)));
    }),
    { numRuns: 200 },
  );
});

test("extreme bits give finite tastes", () => {
  for (const bits of [0, 1, 2 ** 31, 2 ** 32 - 1]) expect(Number.isFinite(gumbel(bits))).toBe(true);
});

test("both kernels draw the same uniform numbers, those of the definition", () => {
  const slice = fc.record({ from: fc.nat(1e6), count: fc.integer({ min: 1, max: CHUNK }) });
  const [js, wasm] = [jsKernel({ agents: 1, tastes: 1 }), wasmKernel({ agents: 1, tastes: 1 })!];
  fc.assert(
    fc.property(word, word, word, slice, fc.nat(TRAITS.length - 1), (seed, stream, tick, { from, count }, column) => {
      const expected = Array.from({ length: count }, (_, k) => uniform(seed, stream, from + k, tick));
      for (const kernel of [js, wasm]) {
        kernel.uniforms({ seed, stream, tick }, { from, count }, column);
        expect([...kernel.desk.draws[column].subarray(0, count)]).toEqual(expected);
      }
    }),
    { numRuns: 60 },
  );
});

test("both kernels compute use under an allowance to the same bits, also where none or all is within it", () => {
  const positive = (max: number) => fc.double({ min: 1e-12, max, noNaN: true });
  const person = fc.record({
    satiation: fc.oneof({ weight: 8, arbitrary: positive(1e9) }, { weight: 1, arbitrary: fc.constant(0) }),
    price: fc.oneof(fc.constant(0), positive(1e6)),
    worth: positive(1e9),
    quota: fc.oneof(positive(1e9), positive(10)),
  });
  const columns = ["tokens", "free", "surplus", "gain"] as const;
  const [js, wasm] = [jsKernel({ agents: 1, tastes: 1 }), wasmKernel({ agents: 1, tastes: 1 })!];
  fc.assert(
    fc.property(fc.array(person, { minLength: 1, maxLength: 60 }), (people) => {
      const answers = ({ desk: { allowance }, meter, weigh }: Kernel) => {
        people.forEach((p, row) => {
          for (const name of ["satiation", "price", "worth", "quota"] as const) allowance[name][row] = p[name];
          allowance.paid[row] = volumePaidFor(p.satiation, p.price, p.worth);
        });
        meter(people.length);
        weigh(people.length);
        return columns.map((name) => [...allowance[name].subarray(0, people.length)]);
      };
      expect(answers(wasm)).toEqual(answers(js));
    }),
    { numRuns: 400 },
  );
});
