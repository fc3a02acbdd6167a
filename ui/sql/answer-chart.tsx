import { extent, line as lineOf, scaleLinear, scaleUtc } from "d3";
import { useRef } from "react";
import { Frame } from "../../charts/marks/frame.tsx";
import { FootTicks, Ticks } from "../../charts/marks/ticks.tsx";
import { dodge } from "../../charts/geometry/dodge.ts";
import { type ChartTheme, inkOf, THEMES } from "../../charts/theme/theme.ts";
import { type Language, say } from "../../engine/index.ts";
import { LOCALE } from "../../words/punctuation.ts";
import { date, number } from "../../words/format.ts";
import { useSection } from "../i18n/index.ts";
import { useWidth } from "../parts/use-width.ts";
import { useLanguage, useMode } from "../store/preferences.ts";
import { type Shape, shapeOf } from "./answer-shape.ts";
import type { Answer } from "./database.ts";
import { sqlWords } from "./sql-words.ts";

const MOST_WIDE = 760; // px

/** What an answer says, where it can be drawn. */
export function AnswerChart({ answer }: { readonly answer: Answer }) {
  const told = useSection(sqlWords);
  const mode = useMode();
  const place = useRef<HTMLDivElement>(null);
  const width = Math.min(MOST_WIDE, useWidth(place));
  const shape = shapeOf(answer);
  if (!shape) return null;
  const theme = THEMES[mode];
  const summary =
    shape.kind === "lines"
      ? told("chart", { x: shape.x, y: shape.y })
      : told("bars", { y: shape.y, n: shape.bars.length });
  return (
    <div ref={place} className="answer-chart">
      {shape.kind === "lines" ? (
        <Lines shape={shape} width={width} theme={theme} summary={summary} />
      ) : (
        <Bars shape={shape} width={width} theme={theme} summary={summary} />
      )}
      {shape.kind === "bars" && shape.left > 0 && <p className="note">{told("moreBars", { n: shape.left })}</p>}
    </div>
  );
}

interface Drawn<Kind extends Shape["kind"]> {
  readonly shape: Extract<Shape, { kind: Kind }>;
  readonly width: number; // [px]
  readonly theme: ChartTheme;
  readonly summary: string;
}

const HEIGHT = 240;
const PAD = { left: 58, top: 22, bottom: 24 };
const LABEL = 130; // px of names at the right

function Lines({ shape: { lines, y: name, x: along }, width, theme, summary }: Drawn<"lines">) {
  const lang = useLanguage();
  const mode = useMode();
  const named = lines.length > 1;
  const right = width - (named ? LABEL : 14);
  const all = lines.flatMap(({ points }) => points);
  const isDay = typeof all[0][0] === "string";
  const place = (at: number | string) => (typeof at === "string" ? Date.parse(at) : at);
  const [from = 0, to = 1] = extent(all, ([at]) => place(at));
  const x = isDay ? scaleUtc([from, to], [PAD.left, right]) : scaleLinear([from, to], [PAD.left, right]);
  const y = scaleLinear(spanOf(all.map(([, value]) => value)), [HEIGHT - PAD.bottom, PAD.top]);
  const draw = lineOf<readonly [number | string, number]>(
    ([at]) => x(place(at)),
    ([, value]) => y(value),
  ).digits(2);
  const ends = dodge(
    lines.map(({ points }) => y(points[points.length - 1][1])),
    14,
    PAD.top,
    HEIGHT - PAD.bottom,
  );
  const label = (at: number | Date) =>
    at instanceof Date ? dayLabel(at.toISOString().slice(0, 10), to - from > LONG, lang) : number(at);
  const ticks = apart(x.ticks(Math.max(2, Math.round((right - PAD.left) / TICK))).map((at) => ({ at, x: x(at) })));
  return (
    <Frame width={width} height={HEIGHT} summary={summary}>
      <Ticks
        ticks={y.ticks(5).map((t) => ({ y: y(t), label: number(t) }))}
        left={PAD.left}
        right={right}
        zero={y(0)}
        theme={theme}
      />
      <text x={0} y={11} fontSize={12} fill={theme.ink2}>
        {name}
      </text>
      <FootTicks
        ticks={ticks.map((t) => ({ x: t.x, label: label(t.at) }))}
        y={HEIGHT - PAD.bottom + 16}
        theme={theme}
      />
      {!isDay && (
        <text x={right} y={11} textAnchor="end" fontSize={12} fill={theme.ink2}>
          {along} →
        </text>
      )}
      {lines.map((l, k) => {
        const ink = named ? inkOf(l.name.split(" · ").at(-1)!, k, mode) : { mark: theme.ink, text: theme.ink };
        return (
          <g key={l.name}>
            <path d={draw(l.points) ?? ""} fill="none" stroke={ink.mark} strokeWidth={1.75} />
            <text x={right + 6} y={ends[k] + 4} fontSize={12} fill={ink.text}>
              {l.name}
            </text>
          </g>
        );
      })}
    </Frame>
  );
}

const TICK = 84; // px of a label

/** Every so many of them, so that their labels have room. */
function apart<Tick extends { readonly x: number }>(ticks: readonly Tick[]): Tick[] {
  const gap = ticks.length > 1 ? ticks[1].x - ticks[0].x : TICK;
  const step = Math.max(1, Math.ceil(TICK / gap));
  return ticks.filter((_, k) => k % step === 0);
}

const LONG = 100 * 86_400_000; // ms beyond which months say when

/** A day, or of a long time its month. */
function dayLabel(iso: string, long: boolean, lang: Language): string {
  if (!long) return date(iso, lang, true);
  const month = new Intl.DateTimeFormat(say(LOCALE, lang), { year: "numeric", month: "short", timeZone: "UTC" });
  return month.format(Date.parse(iso));
}

/** What values span, with zero where they are not far from it. */
function spanOf(values: readonly number[]): [number, number] {
  const [low = 0, high = 1] = extent(values);
  const pad = (high - low || Math.abs(high) || 1) * 0.06;
  const far = low > 0.6 * high && low > 0;
  return [far || low < 0 ? low - pad : 0, high > 0 ? high + pad : 0];
}

const ROW = 20; // px
const NAMES = 190;
const VALUES = 64;
const CHARACTER = 7.5;

function Bars({ shape: { bars, y: name }, width, theme, summary }: Drawn<"bars">) {
  const longest = Math.max(...bars.map(({ name: own }) => own.length)) * CHARACTER;
  const names = Math.min(NAMES, width * 0.4, longest);
  const values = bars.map(({ value }) => value);
  const x = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [names + 8, width - VALUES]);
  const most = Math.floor(names / CHARACTER);
  return (
    <Frame width={width} height={PAD.top + bars.length * ROW + 4} summary={summary} size={12}>
      <text x={names + 8} y={11} fill={theme.ink2}>
        {name}
      </text>
      {bars.map((bar, k) => {
        const middle = PAD.top + (k + 0.5) * ROW;
        const [from, to] = [x(Math.min(0, bar.value)), x(Math.max(0, bar.value))];
        return (
          // Two rows may have the same name.
          // oxlint-disable-next-line react/no-array-index-key
          <g key={k}>
            <text x={names} y={middle + 4} textAnchor="end" fill={theme.ink2}>
              {bar.name.length > most ? `${bar.name.slice(0, most - 1)}…` : bar.name}
            </text>
            <rect x={from} y={middle - 6} width={Math.max(1, to - from)} height={12} fill={theme.ghost} />
            <text x={to + 6} y={middle + 4} fill={theme.ink}>
              {number(bar.value)}
            </text>
          </g>
        );
      })}
      <line
        x1={x(0)}
        x2={x(0)}
        y1={PAD.top}
        y2={PAD.top + bars.length * ROW}
        stroke={theme.line2}
        shapeRendering="crispEdges"
      />
    </Frame>
  );
}
