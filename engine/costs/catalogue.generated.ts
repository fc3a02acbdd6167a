// Made by scripts/catalogue.ts from scenarios/facts/architectures.json and gpus.json, which give the sources. Do not edit.
import type { Architecture } from "./architecture.ts";
import type { Gpu } from "./gpu.ts";

export const ARCHITECTURES: readonly Architecture[] = [
  {"id":"deepseek-67b","name":"DeepSeek 67B","aliases":[],"layers":95,"hidden":8192,"vocab":102400,"attention":{"kind":"GQA","heads":64,"kvHeads":8,"headDim":128},"feedForward":22016,"experts":null,"deployed":null},
  {"id":"llama-2-7b","name":"Llama 2 7B","aliases":[],"layers":32,"hidden":4096,"vocab":32000,"attention":{"kind":"MHA","heads":32,"kvHeads":32,"headDim":128},"feedForward":11008,"experts":null,"deployed":null},
  {"id":"llama-2-13b","name":"Llama 2 13B","aliases":[],"layers":40,"hidden":5120,"vocab":32000,"attention":{"kind":"MHA","heads":40,"kvHeads":40,"headDim":128},"feedForward":13824,"experts":null,"deployed":null},
  {"id":"llama-2-70b","name":"Llama 2 70B","aliases":[],"layers":80,"hidden":8192,"vocab":32000,"attention":{"kind":"GQA","heads":64,"kvHeads":8,"headDim":128},"feedForward":28672,"experts":null,"deployed":null},
  {"id":"llama-3-8b","name":"Llama 3 8B","aliases":[],"layers":32,"hidden":4096,"vocab":128256,"attention":{"kind":"GQA","heads":32,"kvHeads":8,"headDim":128},"feedForward":14336,"experts":null,"deployed":null},
  {"id":"llama-3-70b","name":"Llama 3 70B","aliases":[],"layers":80,"hidden":8192,"vocab":128256,"attention":{"kind":"GQA","heads":64,"kvHeads":8,"headDim":128},"feedForward":28672,"experts":null,"deployed":null},
  {"id":"llama-3.1-405b","name":"Llama 3.1 405B","aliases":[],"layers":126,"hidden":16384,"vocab":128256,"attention":{"kind":"GQA","heads":128,"kvHeads":8,"headDim":128},"feedForward":53248,"experts":null,"deployed":null},
  {"id":"qwen-72b","name":"Qwen 72B","aliases":[],"layers":80,"hidden":8192,"vocab":152064,"attention":{"kind":"MHA","heads":64,"kvHeads":64,"headDim":128},"feedForward":24576,"experts":null,"deployed":null},
  {"id":"qwen2.5-72b","name":"Qwen2.5 72B","aliases":[],"layers":80,"hidden":8192,"vocab":152064,"attention":{"kind":"GQA","heads":64,"kvHeads":8,"headDim":128},"feedForward":29568,"experts":null,"deployed":null},
  {"id":"mistral-large-2","name":"Mistral Large 2","aliases":[],"layers":88,"hidden":12288,"vocab":32768,"attention":{"kind":"GQA","heads":96,"kvHeads":8,"headDim":128},"feedForward":28672,"experts":null,"deployed":null},
  {"id":"deepseek-v2","name":"DeepSeek-V2","aliases":[],"layers":60,"hidden":5120,"vocab":102400,"attention":{"kind":"MLA","heads":128,"nope":128,"rope":64,"valueDim":128,"latent":512,"queryLatent":1536},"feedForward":12288,"experts":{"routed":160,"active":6,"shared":2,"width":1536,"denseLayers":1},"deployed":{"weightBits":8,"kvBits":6}},
  {"id":"deepseek-v2-lite","name":"DeepSeek-V2-Lite","aliases":[],"layers":27,"hidden":2048,"vocab":102400,"attention":{"kind":"MLA","heads":16,"nope":128,"rope":64,"valueDim":128,"latent":512,"queryLatent":0},"feedForward":10944,"experts":{"routed":64,"active":6,"shared":2,"width":1408,"denseLayers":1},"deployed":null},
  {"id":"deepseek-v3-r1","name":"DeepSeek-V3 / R1","aliases":["deepseek-v3","deepseek-r1"],"layers":61,"hidden":7168,"vocab":129280,"attention":{"kind":"MLA","heads":128,"nope":128,"rope":64,"valueDim":128,"latent":512,"queryLatent":1536},"feedForward":18432,"experts":{"routed":256,"active":8,"shared":1,"width":2048,"denseLayers":3},"deployed":{"weightBits":8,"kvBits":16}},
  {"id":"mixtral-8x22b","name":"Mixtral 8x22B","aliases":[],"layers":56,"hidden":6144,"vocab":32000,"attention":{"kind":"GQA","heads":48,"kvHeads":8,"headDim":128},"feedForward":0,"experts":{"routed":8,"active":2,"shared":0,"width":16384,"denseLayers":0},"deployed":null},
];

export const GPUS: readonly Gpu[] = [
  {"id":"a100-40gb-sxm","name":"A100 40GB SXM","aliases":[],"flops16":312000000000000,"flops8":null,"memory":40000000000,"bandwidth":1555000000000,"link":null},
  {"id":"a100-80gb-sxm","name":"A100 80GB SXM","aliases":["a100"],"flops16":312000000000000,"flops8":null,"memory":80000000000,"bandwidth":2039000000000,"link":600000000000},
  {"id":"a800-80gb-sxm","name":"A800 80GB SXM","aliases":["a800"],"flops16":312000000000000,"flops8":null,"memory":80000000000,"bandwidth":2039000000000,"link":400000000000},
  {"id":"h100-80gb-sxm","name":"H100 80GB SXM","aliases":["h100"],"flops16":989000000000000,"flops8":1979000000000000,"memory":80000000000,"bandwidth":3350000000000,"link":900000000000},
  {"id":"h100-80gb-pcie","name":"H100 80GB PCIe","aliases":[],"flops16":756000000000000,"flops8":1513000000000000,"memory":80000000000,"bandwidth":2000000000000,"link":null},
  {"id":"h800-80gb-sxm","name":"H800 80GB SXM","aliases":["h800"],"flops16":989000000000000,"flops8":1979000000000000,"memory":80000000000,"bandwidth":3350000000000,"link":400000000000},
  {"id":"h20-96gb","name":"H20 96GB","aliases":["h20"],"flops16":148000000000000,"flops8":296000000000000,"memory":96000000000,"bandwidth":4000000000000,"link":900000000000},
  {"id":"l40","name":"L40","aliases":[],"flops16":181000000000000,"flops8":null,"memory":48000000000,"bandwidth":864000000000,"link":null},
  {"id":"l40s-48gb","name":"L40S 48GB","aliases":["l40s"],"flops16":362000000000000,"flops8":733000000000000,"memory":48000000000,"bandwidth":864000000000,"link":null},
  {"id":"ascend-910b","name":"Ascend 910B","aliases":[],"flops16":320000000000000,"flops8":null,"memory":64000000000,"bandwidth":null,"link":null},
  {"id":"h200-141gb","name":"H200 141GB","aliases":["h200"],"flops16":989000000000000,"flops8":1979000000000000,"memory":141000000000,"bandwidth":4800000000000,"link":null},
  {"id":"mi300x","name":"MI300X","aliases":[],"flops16":1307000000000000,"flops8":null,"memory":192000000000,"bandwidth":5300000000000,"link":null},
  {"id":"tpuv5e","name":"TPU v5e","aliases":[],"flops16":197000000000000,"flops8":null,"memory":16000000000,"bandwidth":820000000000,"link":null},
  {"id":"gb200","name":"GB200 (per GPU)","aliases":[],"flops16":2250000000000000,"flops8":4500000000000000,"memory":192000000000,"bandwidth":8000000000000,"link":null},
];
