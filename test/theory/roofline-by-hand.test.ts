import { expect, test } from "vitest";
import { type CostTerms, costModels, costSheet, type PreparedRoofline, withDefaults } from "../../engine/index.ts";

const at = (traffic: CostTerms["traffic"]): CostTerms => ({ gpuPrice: 12, load: 0.4, traffic });

/**
 * At 12 money a GPU hour and a load of 0.4. Parameters counted from the published dimensions and the roofline evaluated
 * anew in Python, the batch by trying every one. The last column: thin traffic of 3,000 Mtok in and 1,000 out a week.
 */
const cases = [
  // architecture, GPU, options, batch, input cost, output cost, output cost of thin traffic
  ["llama-3-70b", "h100", { gpus: 8 }, 884, 2.411035645, 2.909842055, 4.626852872],
  ["deepseek-v3", "h800", { gpus: 16, computeBits: 8 }, 3200, 1.660148056, 2.08332147, 9.513285233],
  ["deepseek-v2", "h20", { gpus: 8, minSpeed: 5 }, 1590, 5.229337369, 8.383921992, 11.234319047],
  ["llama-3-8b", "a100-80gb-sxm", { gpus: 1, weightBits: 8, context: 8000 }, 58, 0.9699328, 7.164949578, 8.602421647],
  ["mixtral-8x22b", "a100-80gb-sxm", { gpus: 8, context: 4000 }, 205, 4.329871097, 16.245534281, 26.886265194],
  [
    "llama-3.1-405b",
    "h200",
    { gpus: 8, weightBits: 8, computeBits: 8, minSpeed: 30 },
    87,
    17.220221478,
    25.495073629,
    31.975681225,
  ],
  ["qwen2.5-72b", "mi300x", {}, 253, 1.879293689, 3.292705362, 4.459792689],
  ["llama-2-7b", "l40s", {}, 20, 0.638559611, 20.772979189, 23.995171422],
] as const;

test.each(cases)(
  "%s on %s costs what the roofline by hand says",
  (architecture, gpu, options, batch, input, output, thin) => {
    const roofline = costModels.get("roofline");
    const prepared = roofline.prepare(withDefaults(roofline.parameters, { architecture, gpu, ...options }), {
      referenceGpuPrice: 1,
    });
    const full = costSheet(prepared as PreparedRoofline, at(null));
    expect(full.batch).toBe(batch);
    expect(full.unitCost.input).toBeCloseTo(input, 8);
    expect(full.unitCost.output).toBeCloseTo(output, 8);
    const part = costSheet(prepared as PreparedRoofline, at({ input: 3000, output: 1000 }));
    expect(part.unitCost.output).toBeCloseTo(thin, 8);
    expect(part.unitCost.output).toBeGreaterThan(full.unitCost.output); // thin traffic is never cheaper
  },
);
