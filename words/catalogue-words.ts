import { architectures, countParameters, gpus, type Text } from "../engine/index.ts";
import { number } from "./format.ts";

interface Row {
  readonly id: string;
  readonly label: Text;
  readonly description: Text;
}

const billions = (x: number): string => number(x / 1e9);

/** The architectures that can be served, a line each. */
export function architectureRows(): Row[] {
  return architectures.map((a) => {
    const { total, active } = countParameters(a);
    const sparse = active < total;
    const description = {
      en: `${a.attention.kind}, ${billions(total)} bn parameters${sparse ? `, ${billions(active)} bn active` : ""}`,
      zh: `${a.attention.kind}，参数量 ${billions(total * 10)} 亿${sparse ? `，激活 ${billions(active * 10)} 亿` : ""}`,
    };
    return { id: a.id, label: { en: a.name, zh: a.name }, description };
  });
}

/** The accelerators, a line each, by the name people type. */
export function gpuRows(): Row[] {
  return gpus.map(({ id, name, aliases, flops16, memory, bandwidth }) => {
    const speed = `${number(flops16 / 1e12)} TFLOP/s, ${number(memory / 1e9)} GB`;
    const known = bandwidth === null ? null : `${number(bandwidth / 1e9)} GB/s`;
    return {
      id: aliases[0] ?? id,
      label: { en: name, zh: name },
      description: {
        en: `${speed}, ${known ?? "bandwidth disputed"}`,
        zh: `${speed.replace(", ", "，")}，${known ?? "带宽说法不一"}`,
      },
    };
  });
}
