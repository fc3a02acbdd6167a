import { useRef } from "react";
import { textWidth } from "../../charts/geometry/text-width.ts";
import { dodge } from "../../charts/geometry/dodge.ts";
import { THEMES } from "../../charts/theme/theme.ts";
import { useMode } from "../store/preferences.ts";
import { useWidth } from "../parts/use-width.ts";

export interface RoundLine {
  readonly id: string;
  readonly name: string;
  readonly values: readonly number[]; // the first belongs to round `first`; NaN where there is none
  readonly mark: string;
  readonly text: string;
  readonly bold?: boolean;
  readonly dash?: string;
}

interface Props {
  readonly title: string;
  readonly unit?: string;
  readonly lines: readonly RoundLine[];
  readonly first: number; // the round of the first value: 0 is where the game began
  readonly rounds: number; // of the whole game
  readonly large?: boolean; // for a projector
  text(x: number): string;
}

/** Numbers round by round, a line each, named at its end. */
export function Lines(props: Props) {
  const { title, unit, lines, large = false, text } = props;
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  const shown = lines.filter((l) => there(l).length > 0);
  const named = shown.filter((l) => l.name !== "" || shown.length === 1);
  const size = large ? 18 : 12;
  const widest = (labels: readonly string[]) => Math.max(0, ...labels.map((x) => textWidth(x, size))) + size;
  const full = widest(named.map((l) => `${l.name} ${text(last(l))}`));
  const key = full > MOST_AT_END * width; // long names stand above the drawing
  const end = key ? widest(named.map((l) => text(last(l)))) : full;
  const summary = shown
    .map(
      (l) =>
        `${l.name} ${there(l)
          .map(([, v]) => text(v))
          .join(", ")}`,
    )
    .join("; ");
  return (
    <figure className="round-lines" ref={place} hidden={shown.length === 0}>
      <figcaption>
        <b>{title}</b> {unit && <small>{unit}</small>}
        {key &&
          named.map((l) => (
            <span key={l.id} className="line-key" style={{ color: l.text }}>
              {l.name}
            </span>
          ))}
      </figcaption>
      <Drawing {...props} {...{ size, width, end, values: key }} lines={shown} summary={`${title}. ${summary}`} />
    </figure>
  );
}

/** The rounds a line has a value for, counted from its first, with the values. */
const there = ({ values }: RoundLine): (readonly [number, number])[] =>
  values.map((v, k) => [k, v] as const).filter(([, v]) => Number.isFinite(v));
const lastOf = (l: RoundLine): readonly [number, number] => there(l)[there(l).length - 1];
const last = (l: RoundLine): number => lastOf(l)[1];
/** What labels at the end of lines may take of the width. */
const MOST_AT_END = 0.4;

interface DrawingProps extends Props {
  readonly width: number;
  readonly size: number; // of letters
  readonly end: number; // room for labels at the end
  readonly values: boolean; // alone, without names
  readonly summary: string;
}

function Drawing({ lines, first, rounds, large = false, text, width, size, end, ...of }: DrawingProps) {
  const theme = THEMES[useMode()];
  const [height, top, bottom] = [large ? 340 : 190, size, size * 2];
  const values = lines.flatMap((l) => there(l).map(([, v]) => v));
  const scale = steps(Math.min(0, ...values), Math.max(...values, 0));
  const [low, high] = [scale[0], scale[scale.length - 1]];
  const tick = (v: number) => text(v).replace(/\.0+(?!\d)/, "");
  const start = Math.max(...scale.map((v) => textWidth(tick(v), size))) + 10;
  const x = (k: number) => start + ((k - first) / Math.max(1, rounds - first)) * Math.max(1, width - start - end);
  const y = (v: number) => top + ((high - v) / (high - low || 1)) * (height - top - bottom);
  const named = lines.filter((l) => l.name !== "" || lines.length === 1);
  const ends = dodge(
    named.map((l) => y(last(l))),
    size * 1.25,
    top,
    height - bottom,
  );
  return (
    <svg width={width} height={height} role="img" aria-label={of.summary} fontSize={size}>
      {scale.map((v) => (
        <g key={v}>
          <line x1={start} x2={width - end} y1={y(v)} y2={y(v)} stroke={v === 0 ? theme.line2 : theme.grid} />
          <text x={start - 6} y={y(v)} dy="0.35em" textAnchor="end" fill={theme.ink3}>
            {tick(v)}
          </text>
        </g>
      ))}
      {Array.from({ length: rounds - first + 1 }, (_, k) => first + k).map((k) => (
        <text key={k} x={x(k)} y={height - size * 0.5} textAnchor="middle" fill={theme.ink3}>
          {k}
        </text>
      ))}
      {lines.map((l) => (
        <RoundPath key={l.id} line={l} at={there(l).map(([k, v]) => [x(first + k), y(v)])} large={large} />
      ))}
      {named.map((l, n) => (
        <text
          key={l.id}
          x={x(first + lastOf(l)[0]) + 6}
          y={ends[n]}
          dy="0.35em"
          fill={l.text}
          fontWeight={l.bold ? 700 : undefined}
        >
          {of.values ? "" : `${l.name} `}
          {text(last(l))}
        </text>
      ))}
    </svg>
  );
}

interface PathProps {
  readonly line: RoundLine;
  readonly at: readonly (readonly [number, number])[]; // points of the drawing
  readonly large: boolean;
}

/** A line, or a point where there is but one. */
function RoundPath({ line, at, large }: PathProps) {
  return (
    <g strokeWidth={(line.bold ? 3 : 1.75) * (large ? 1.4 : 1)}>
      <polyline
        points={at.join(" ")}
        fill="none"
        stroke={line.mark}
        strokeDasharray={line.dash}
        strokeLinejoin="round"
      />
      {at.length === 1 && <circle cx={at[0][0]} cy={at[0][1]} r={3} fill={line.mark} />}
    </g>
  );
}

/** Three or four round numbers from at most the lowest value to at least the highest. */
function steps(low: number, high: number): number[] {
  const rough = (high - low || 1) / 3;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * size).find((s) => s >= rough)!;
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: Math.max(2, to - from + 1) }, (_, k) => Number(((from + k) * step).toPrecision(12)));
}
