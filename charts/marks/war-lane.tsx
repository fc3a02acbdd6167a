import type { Language, TypicalWar } from "../../engine/index.ts";
import { percent } from "../../words/format.ts";
import { lagWords, whatMoved } from "../../words/war-words.ts";
import type { WarLane, WarLayout } from "../geometry/war-layout.ts";
import type { ChartTheme, Ink } from "../theme/theme.ts";
import { GlyphMark } from "./glyph.tsx";

interface Props {
  readonly at: WarLayout;
  readonly right: number; // of the plot [px]
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly lane: WarLane;
  readonly war: TypicalWar;
  readonly ink: Ink;
  readonly name: string;
  readonly entered: string; // the product that set it off
  readonly width: number;
  readonly narrow: boolean;
}

/** A vendor's row: when it cut, when it sold below cost; then its lag, its depth and what it moved. */
export function WarLaneRow({ lane, at, war, ink, name, entered, right, width, narrow, theme, lang }: Props) {
  const zero = at.ticks.find((t) => t.day === 0)?.x ?? at.index[0].x;
  return (
    <>
      <GlyphMark glyph={ink.glyph} x={6} y={0} color={ink.mark} hole={theme.surface} />
      <text x={18} y={4} fill={ink.text}>
        {name}
      </text>
      {lane.below.map(({ from, to }) => (
        <rect key={`${from}/${to}`} x={from} y={4.5} width={Math.max(2, to - from)} height={3} fill={theme.below} />
      ))}
      {lane.lag !== null && lane.cuts.length > 0 && (
        <line x1={zero} x2={lane.cuts[0].x} stroke={ink.mark} strokeDasharray="1 3" strokeWidth={1.5} />
      )}
      {lane.lag === null && <circle cx={zero} cy={0} r={5} fill={ink.mark} />}
      {lane.cuts.map(({ x, free }, k) => (
        <circle
          key={`${x}/${k}`}
          cx={x}
          cy={0}
          r={4}
          fill={free ? theme.ink : theme.surface}
          stroke={free ? theme.ink : ink.mark}
          strokeWidth={1.75}
        />
      ))}
      {narrow ? (
        <text x={width} y={4} textAnchor="end" fill={theme.ink}>
          {lane.lag === null ? lagWords(null, lang) : percent(-lane.depth)}
        </text>
      ) : (
        <Readout lane={lane} war={war} ink={ink} entered={entered} {...{ right, width, theme, lang }} />
      )}
    </>
  );
}

function Readout({ lane, war, ink, entered, right, width, theme, lang }: Omit<Props, "at" | "name" | "narrow">) {
  return (
    <>
      <text x={right + 50} y={4} textAnchor="end" fill={theme.ink}>
        {lagWords(lane.lag, lang)}
      </text>
      {lane.depth > 0 && (
        <>
          <rect x={right + 70} y={-5} width={96} height={10} fill={theme.grid} />
          <rect x={right + 70} y={-5} width={96 * lane.depth} height={10} fill={ink.mark} fillOpacity={0.8} />
          <text x={right + 176} y={4} fill={theme.ink}>
            {percent(-lane.depth)}
          </text>
        </>
      )}
      <text x={width} y={4} textAnchor="end" fill={theme.ink3}>
        {lane.lag === null ? (war.trigger.kind === "launch" ? entered : whatMoved(lane, lang)) : whatMoved(lane, lang)}
      </text>
    </>
  );
}
