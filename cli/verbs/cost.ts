import { costSheet } from "../../engine/index.ts";
import { costSheetText } from "../../words/cost-words.ts";
import { costQuestion } from "../cost-flags.ts";
import { print, printJson } from "../io.ts";
import type { Verb } from "../verb.ts";

export const cost: Verb = {
  uses: [],
  flags: [
    ["--gpu <gpu>", { en: "the accelerator (default h800)", zh: "GPU 型号（默认 h800）" }],
    [
      "--price <price>",
      {
        en: "of a GPU hour, with currency (default 14.4CNY)",
        zh: "GPU 每小时价格，带货币（默认 14.4CNY）",
      },
    ],
    [
      "--context <tokens>",
      {
        en: "mean context while generating (default 1500)",
        zh: "生成时的平均上下文长度（默认 1500）",
      },
    ],
    [
      "--gpus <n>",
      {
        en: "GPUs a replica (default: the fewest that leave room for cache)",
        zh: "每副本 GPU 数（默认取留足缓存的最小值）",
      },
    ],
    ["--weight-bits <bits>", { en: "bits a weight is stored in", zh: "权重位宽" }],
    ["--kv-bits <bits>", { en: "bits a cached number is stored in", zh: "KV 缓存位宽" }],
    ["--compute-bits <bits>", { en: "bits arithmetic is done in (default 16)", zh: "计算位宽（默认 16）" }],
    ["--attention <kind>", { en: "what if it had MHA, GQA, MQA or MLA", zh: "假如改用 MHA、GQA、MQA 或 MLA" }],
    [
      "--min-speed <tokens/s>",
      { en: "slowest output a user accepts (default 20)", zh: "用户可接受的最低生成速度（默认 20）" },
    ],
    [
      "--cache-hit <share>",
      { en: "share of input found in the prefix cache (default 0)", zh: "输入命中缓存的比例（默认 0）" },
    ],
    [
      "--bandwidth <GB/s>",
      {
        en: "memory bandwidth, in place of the catalogue's",
        zh: "显存带宽，替代目录值",
      },
    ],
    [
      "--load <share>",
      {
        en: "mean use over provisioned capacity (default 1)",
        zh: "平均负载率（默认 1，即满载）",
      },
    ],
    [
      "--volume <tokens/day>",
      {
        en: "traffic, for thin-traffic cost and replicas: 30 Gtok/day",
        zh: "每日 token 量，用于计算小流量成本和副本数，例如 30 Gtok/day",
      },
    ],
  ],
  example: "pricewar cost deepseek-v2 --gpu h800 --context 4096 --price 14.4CNY",
  async run([name], options) {
    const question = costQuestion(name, { gpu: "h800", price: "14.4CNY", ...options });
    const sheet = costSheet(question.prepared, question.terms);
    const { serving, workload } = question.prepared;
    if (!options.json) return print(costSheetText(question, sheet, options.lang));
    const { architecture, gpu, gpus, weightBits, kvBits, computeBits } = serving;
    const asked = {
      architecture: architecture.id,
      attention: architecture.attention.kind,
      gpu: gpu.id,
      gpus,
      weightBits,
      kvBits,
      computeBits,
    };
    printJson({ ...asked, currency: question.currency, ...question.terms, ...workload, ...sheet });
  },
};
