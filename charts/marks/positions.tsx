import { scaleLog } from "d3";
import { type Explained, isBelowCost, type Language } from "../../engine/index.ts";
import { verdictWord } from "../../words/explain-words.ts";
import { price } from "../../words/format.ts";
import { type Named, productName, vendorName } from "../../words/names.ts";
import { GlyphMark } from "./glyph.tsx";
import { textWidth } from "../geometry/text-width.ts";
import { inkIn, type ChartTheme } from "../theme/theme.ts";
import { Frame } from "./frame.tsx";

interface Props {
  readonly rows: readonly Explained[]; // products
  readonly scenario: Named;
  readonly width: number; // [px]
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string;
}

const ROW = 20;
const HEAD = 22;
const FREE = 34; // width of the free column

export const positionsHeight = (rows: number): number => HEAD + rows * ROW + 4;

/** Where each price was and is, against unit cost and the static Nash price: the verdict can be checked by eye. */
export function Positions({ rows, scenario, width, theme, lang, summary }: Props) {
  const narrow = width < 480;
  // They are set bold in 12 px.
  const words = rows.map((row) => textWidth(row.verdict === null ? "–" : verdictWord(row, lang), 13));
  const [left, right] = narrow ? [118, 0] : [204, Math.max(96, ...words.map((w) => w + 14))];
  const values = rows.flatMap(({ split: s }) => [s.from, s.to, s.costTo, s.nashTo]).filter((x) => x > 0);
  const scale = scaleLog([Math.min(...values) / 1.2, Math.max(...values) * 1.2], [left + FREE + 8, width - right - 8]);
  const x = (value: number) => (value > 0 ? scale(value) : left + FREE / 2);
  const ticks = [0.1, 1, 10, 100].filter((v) => v > scale.domain()[0] && v < scale.domain()[1]);
  const height = positionsHeight(rows.length);
  return (
    <Frame width={width} height={height} summary={summary} size={12}>
      <rect x={left} y={HEAD - 4} width={FREE} height={height - HEAD + 4} fill={theme.ink} fillOpacity={0.05} />
      <text x={left + FREE / 2} y={12} textAnchor="middle" fontSize={11} fill={theme.ink3}>
        {price(0, lang)}
      </text>
      {ticks.map((v) => (
        <g key={v}>
          <line x1={scale(v)} x2={scale(v)} y1={HEAD - 4} y2={height} stroke={theme.grid} />
          <text x={scale(v)} y={12} textAnchor="middle" fontSize={11} fill={theme.ink3}>
            {v}
          </text>
        </g>
      ))}
      {rows.map((row, k) => (
        <g key={row.id} transform={`translate(0,${HEAD + (k + 0.5) * ROW})`}>
          <Row row={row} x={x} {...{ scenario, theme, lang, narrow, width }} />
        </g>
      ))}
    </Frame>
  );
}

interface RowProps extends Omit<Props, "rows" | "summary"> {
  readonly row: Explained;
  readonly x: (value: number) => number;
  readonly narrow: boolean;
}

function Row({ row, x, scenario, theme, lang, narrow, width }: RowProps) {
  const vendor = row.id.split(".")[0];
  const ink = inkIn(scenario.vendors, vendor, theme.mode);
  const { from, to, costTo, nashTo } = row.split;
  const grave = row.verdict === "war" || row.verdict === "free";
  const below = row.verdict !== null && row.verdict !== "free" && isBelowCost(row.split); // where the words say so
  return (
    <>
      <GlyphMark glyph={ink.glyph} x={6} y={0} color={ink.mark} hole={theme.surface} />
      {!narrow && (
        <text x={18} y={4} fill={ink.text}>
          {vendorName(scenario, vendor, lang)}
        </text>
      )}
      <text x={narrow ? 18 : 84} y={4} fill={theme.ink} fontSize={narrow ? 11 : 12}>
        {productName(scenario, row.id, lang)}
      </text>
      <line x1={x(from)} x2={x(to)} stroke={ink.mark} strokeWidth={1.75} opacity={0.7} />
      <line x1={x(costTo)} x2={x(costTo)} y1={-6} y2={6} stroke={theme.ink} strokeWidth={2} />
      {Number.isFinite(nashTo) && (
        <path
          d="M0-5.5L5.5,0L0,5.5L-5.5,0Z"
          transform={`translate(${x(nashTo)},0)`}
          fill={theme.surface}
          stroke={theme.ink}
          strokeWidth={1.25}
        />
      )}
      <circle cx={x(from)} r={4} fill={theme.surface} stroke={ink.mark} strokeWidth={1.75} />
      <circle cx={x(to)} r={4.25} fill={ink.mark} />
      {!narrow && (
        <text x={width} y={4} textAnchor="end" fill={below ? theme.below : theme.ink} fontWeight={grave ? 700 : 400}>
          {row.verdict === null ? "–" : verdictWord(row, lang)}
        </text>
      )}
    </>
  );
}
