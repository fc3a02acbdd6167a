import {
  type CostSheet,
  type CostTerms,
  inBoth,
  type Language,
  type PreparedRoofline,
  say,
  type Text,
} from "../engine/index.ts";
import { padEndColumns } from "./columns.ts";
import { number, percent, priceUnit } from "./format.ts";

interface Question {
  readonly prepared: PreparedRoofline;
  readonly terms: CostTerms;
  readonly currency: string;
}

type Line = readonly [label: Text, value: Text | string];

/** A cost sheet as a person reads it. */
export function costSheetText(q: Question, sheet: CostSheet, lang: Language): string {
  const blocks = [costs(q, sheet), why(q, sheet), stepLines(sheet), replicaLines(q, sheet)];
  const body = blocks.map((lines) => lines.map(([label, value]) => row(label, value, lang)).join("\n"));
  return [say(title(q), lang), "", ...body.flatMap((block) => [block, ""])].join("\n").trimEnd();
}

const LABEL_WIDTH = 26;

const row = (label: Text, value: Text | string, lang: Language): string =>
  `  ${padEndColumns(`${say(label, lang)} `, LABEL_WIDTH)}${say(inBoth(value), lang)}`;

function title({ prepared: { serving, workload } }: Question): Text {
  const { architecture, gpu, gpus, weightBits, kvBits, computeBits } = serving;
  const kind = architecture.attention.kind;
  const model = `${architecture.name}, ${kind}`;
  const context = workload.context.toLocaleString("en");
  return {
    en: `${model}, on ${gpus} × ${gpu.name}: ${weightBits}-bit weights, ${kvBits}-bit cache, ${computeBits}-bit arithmetic, context ${context}`,
    zh: `${architecture.name}（${kind}），${gpus} × ${gpu.name}：权重 ${weightBits} 位，KV 缓存 ${kvBits} 位，计算 ${computeBits} 位，上下文 ${context}`,
  };
}

function costs({ terms, currency }: Question, { unitCost, fullLoad, scale }: CostSheet): Line[] {
  const unit = { en: priceUnit(currency, "en"), zh: priceUnit(currency, "zh") };
  const meters = ({ input, output }: CostSheet["unitCost"]): Text => ({
    en: `input ${number(input)}   output ${number(output)}   ${unit.en}`,
    zh: `输入 ${number(input)}   输出 ${number(output)}   ${unit.zh}`,
  });
  const lines: Line[] = [[{ en: "Cost at full load", zh: "满载成本" }, meters(fullLoad)]];
  if (terms.load === 1 && terms.traffic === null) return lines;
  const thin =
    scale > 1.005 ? { en: `, × ${number(scale)} for thin traffic`, zh: `，小流量 × ${number(scale)}` } : inBoth("");
  const at: Text = { en: `Cost at ${percent(terms.load)} load`, zh: `负载率 ${percent(terms.load)} 时的成本` };
  const value = meters(unitCost);
  return [...lines, [at, { en: value.en + thin.en, zh: value.zh + thin.zh }]];
}

/** The binding constraint, in a sentence. */
function why({ prepared: { workload } }: Question, { binding, batch, tokensPerSecond }: CostSheet): Line[] {
  const size = batch < 1000 ? number(batch) : thousands(batch);
  const reasons: Record<CostSheet["binding"], Text> = {
    latency: {
      en: `latency: a larger batch would leave a user less than ${workload.minSpeed} tokens/s`,
      zh: `延迟：批再大，每位用户就低于 ${workload.minSpeed} token/秒`,
    },
    memory: { en: "memory: no room for the cache of one more sequence", zh: "显存：放不下再多一路的 KV 缓存" },
    demand: { en: "demand: traffic does not fill a larger batch", zh: "需求：流量不足以填满更大的批" },
  };
  return [
    [{ en: "Bound by", zh: "瓶颈" }, reasons[binding]],
    [
      { en: "Batch", zh: "批大小" },
      {
        en: `${size} sequences, each at ${number(tokensPerSecond.perUser)} tokens/s`,
        zh: `${size} 路，每路 ${number(tokensPerSecond.perUser)} token/秒`,
      },
    ],
    [
      { en: "Full replica", zh: "满载副本" },
      {
        en: `${thousands(tokensPerSecond.output)} output or ${thousands(tokensPerSecond.input)} input tokens/s`,
        zh: `每秒输出 ${thousands(tokensPerSecond.output)} 或输入 ${thousands(tokensPerSecond.input)} token`,
      },
    ],
  ];
}

const thousands = (x: number): string => Math.round(x).toLocaleString("en");

const BAR = 30;

function stepLines({ step }: CostSheet): Line[] {
  const part = (seconds: number) =>
    `${`${number(1000 * seconds)} ms`.padEnd(10)}${"█".repeat(Math.round((BAR * seconds) / step.seconds))}`;
  const slower = step.compute >= step.memory;
  const hidden = (label: Text, yes: boolean): Text =>
    yes ? { en: `${label.en} (hidden)`, zh: `${label.zh}（被掩盖）` } : label;
  return [
    [{ en: "One decoding step", zh: "单步解码" }, part(step.seconds)],
    [hidden({ en: "  arithmetic", zh: "  计算" }, !slower), part(step.compute)],
    [hidden({ en: "  memory", zh: "  访存" }, slower), part(step.memory)],
    [{ en: "  communication", zh: "  通信" }, part(step.collective)],
    [{ en: "  fixed", zh: "  固定开销" }, part(step.overhead)],
  ];
}

function replicaLines({ prepared, terms }: Question, { memory, kv, replicas }: CostSheet): Line[] {
  const gb = (bytes: number) => number(bytes / 1e9);
  const lines: Line[] = [
    [
      { en: "Memory of a replica", zh: "副本显存" },
      {
        en: `${gb(memory.weights)} GB weights + ${gb(memory.cache)} GB cache, of ${gb(memory.usable)} GB usable`,
        zh: `权重 ${gb(memory.weights)} GB + 缓存 ${gb(memory.cache)} GB，可用 ${gb(memory.usable)} GB`,
      },
    ],
    [
      { en: "KV cache per token", zh: "每 token 的 KV 缓存" },
      {
        en: `${kv.elements.toLocaleString("en")} numbers, ${number(kv.bytes / 1000)} kB; as much as GQA with ${number(kv.groups)} groups`,
        zh: `${kv.elements.toLocaleString("en")} 个数，${number(kv.bytes / 1000)} kB，相当于 ${number(kv.groups)} 组的 GQA`,
      },
    ],
  ];
  if (!replicas) return lines;
  const { busy, needed } = replicas;
  const gpus = needed * prepared.serving.gpus;
  const use = percent(busy / needed);
  return [
    ...lines,
    [
      { en: "Fleet", zh: "GPU 集群" },
      {
        en: `${needed} ${needed === 1 ? "replica" : "replicas"}, ${gpus} GPUs, ${use} busy (${number(busy)} replicas' work at ${percent(terms.load)} load)`,
        zh: `${needed} 个副本，${gpus} 块 GPU，平均利用率 ${use}（工作量合 ${number(busy)} 个副本，目标负载率 ${percent(terms.load)}）`,
      },
    ],
  ];
}
