import { type Language, say, type Split, type Text } from "../../engine/index.ts";
import { PART_WORDS } from "../../words/explain-words.ts";
import { number, percent } from "../../words/format.ts";
import { textWidth } from "../geometry/text-width.ts";
import type { ChartTheme } from "../theme/theme.ts";
import { kindOf, type Part, partsOf, type Way } from "../data/waterfall-bars.ts";
import { Frame } from "./frame.tsx";

interface Props {
  readonly split: Split;
  readonly width: number; // [px]
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string;
  readonly pending?: boolean; // an equilibrium may still come
}

export const WAY_WORDS: Readonly<Record<Way, { readonly name: Text; readonly asks: Text }>> = {
  symmetric: {
    name: { en: "Same markup", zh: "保持倍数" },
    asks: { en: "sellers keep price over cost", zh: "价格与成本之比不变" },
  },
  nash: {
    name: { en: "Against Nash", zh: "对照 Nash" },
    asks: { en: "what rivalry alone would force", zh: "仅凭竞争会降到哪里" },
  },
  absolute: {
    name: { en: "One for one", zh: "逐元计算" },
    asks: { en: "cost falls by one, price by one", zh: "成本降一元，价格降一元" },
  },
};

const ROW = 40;
const BAR = 22;
const WAYS = ["symmetric", "nash", "absolute"] as const;

export const threeWaysHeight = (width: number): number => (width < 480 ? 3 * (ROW + 16) : 3 * ROW);

/** The same fall counted three ways: how much of it is cost, how much is not. */
export function ThreeWays({ split, width, theme, lang, summary, pending = false }: Props) {
  const narrow = width < 480;
  const [left, right] = narrow ? [0, 46] : [178, 52];
  const row = narrow ? ROW + 16 : ROW;
  const fall = split.from - split.to;
  return (
    <Frame width={width} height={threeWaysHeight(width)} summary={summary} size={12}>
      {WAYS.map((way, k) => {
        const parts = partsOf(split, way);
        const last = parts[parts.length - 1][1];
        return (
          <g key={way} transform={`translate(0,${k * row})`}>
            <text y={13} fill={theme.ink} fontWeight={700}>
              {say(WAY_WORDS[way].name, lang)}
              {narrow && (
                <tspan dx={8} fontWeight={400} fill={theme.ink3} fontSize={11}>
                  {say(WAY_WORDS[way].asks, lang)}
                </tspan>
              )}
            </text>
            {!narrow && (
              <text y={28} fill={theme.ink3} fontSize={11}>
                {say(WAY_WORDS[way].asks, lang)}
              </text>
            )}
            <g transform={`translate(${left},${narrow ? 22 : 5})`}>
              <Stack {...{ parts, fall, theme, lang, pending }} width={width - left - right} />
            </g>
            <text x={width} y={narrow ? 37 : 20} textAnchor="end" fill={theme.ink}>
              {Number.isFinite(last) && fall !== 0 ? percent(-last / fall) : "–"}
            </text>
          </g>
        );
      })}
    </Frame>
  );
}

interface StackProps extends Pick<Props, "width" | "theme" | "lang" | "pending"> {
  readonly parts: readonly (readonly [Part, number])[];
  readonly fall: number;
}

const SOLVING: Text = { en: "solving for the equilibrium …", zh: "正在求解均衡……" };
const NO_EQUILIBRIUM: Text = { en: "no equilibrium to hold it against", zh: "没有可对照的均衡价" };

const KINDS = ["cost", "competition", "margin"] as const;

/** Parts of a kind together, from left to right; a part that goes against the fall is told in words, not drawn. */
function Stack({ parts, fall, width, theme, lang, pending }: StackProps) {
  const sums = KINDS.map((kind) => ({
    kind,
    sum: parts.filter(([id]) => kindOf(id) === kind).reduce((a, [, x]) => a - x, 0),
  }));
  if (sums.some(({ sum }) => !Number.isFinite(sum)))
    return (
      <text y={15} fill={theme.ink3}>
        {say(pending ? SOLVING : NO_EQUILIBRIUM, lang)}
      </text>
    );
  const shown = sums.filter(({ sum }) => sum * fall > 0);
  const total = shown.reduce((a, { sum }) => a + Math.abs(sum), 0) || 1;
  const fill = { cost: theme.ghost, competition: theme.ink2, margin: theme.ink };
  const px = (sum: number) => (Math.abs(sum) / total) * width;
  return shown.map(({ kind, sum }, k) => {
    const w = px(sum);
    const at = shown.slice(0, k).reduce((left, before) => left + px(before.sum), 0);
    const word = kind === "margin" ? PART_WORDS[parts[parts.length - 1][0]] : PART_WORDS[kind];
    const text = `${number(sum)} ${say(word, lang)}`;
    const dark = kind !== "cost";
    return (
      <g key={kind}>
        <rect x={at} width={Math.max(1, w - 1)} height={BAR} fill={fill[kind]} />
        {textWidth(text, 12) + 14 < w && (
          <text x={at + 8} y={15} fill={dark ? theme.surface : theme.mode === "light" ? "#15181d" : "#0c0e12"}>
            {text}
          </text>
        )}
      </g>
    );
  });
}
