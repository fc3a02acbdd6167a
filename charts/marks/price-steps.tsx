import { scaleLog } from "d3";
import type { ChartTheme, Ink } from "../theme/theme.ts";
import { Frame } from "./frame.tsx";
import { FootTicks, Ticks } from "./ticks.tsx";

interface Props {
  /** Mean price of a prompt's tokens by its length, in order of length. */
  readonly points: readonly { readonly tokens: number; readonly price: number }[];
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
  readonly theme: ChartTheme;
  readonly summary: string;
  readonly label: (price: number) => string;
  readonly length: (tokens: number) => string;
}

const PAD = { left: 52, right: 12, top: 10, bottom: 22 };

/** What a token of a prompt costs by its length: steps where whole prompts change price, curves at the margin. */
export function PriceSteps({ points, width, height, ink, theme, summary, label, length }: Props) {
  const [first, last] = [points[0], points[points.length - 1]];
  const x = scaleLog([first.tokens, last.tokens], [PAD.left, width - PAD.right]);
  const prices = points.map(({ price }) => price);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const room = high > low ? (high - low) * 0.15 : high || 1;
  const y = (price: number) =>
    height - PAD.bottom - ((price - low + room) / (high - low + 2 * room)) * (height - PAD.bottom - PAD.top);
  const ticks = [...new Set([low, high])].map((price) => ({ y: y(price), label: label(price) }));
  const path = points.map(({ tokens, price }, k) => `${k === 0 ? "M" : "L"}${x(tokens)},${y(price)}`).join("");
  const feet = [1e3, 1e4, 1e5, 1e6].filter((t) => t >= first.tokens && t < last.tokens);
  return (
    <Frame width={width} height={height} summary={summary}>
      <Ticks ticks={ticks} left={PAD.left} right={width - PAD.right} theme={theme} />
      <path d={path} fill="none" stroke={ink.mark} strokeWidth={2} />
      <FootTicks ticks={feet.map((t) => ({ x: x(t), label: length(t) }))} y={height - 6} theme={theme} />
    </Frame>
  );
}
