import { scaleBand, scaleLinear } from "d3";
import { type Explained, type Language, say } from "../../engine/index.ts";
import { PART_WORDS } from "../../words/explain-words.ts";
import { number } from "../../words/format.ts";
import { textWidth } from "../geometry/text-width.ts";
import type { ChartTheme } from "../theme/theme.ts";
import { waterfallBars, type WaterfallBar, type Way } from "../data/waterfall-bars.ts";
import { Frame } from "./frame.tsx";

interface Props {
  readonly explained: Pick<Explained, "split" | "low" | "high">;
  readonly way?: Way;
  readonly from: string; // how the first day is called
  readonly to: string;
  readonly width: number; // [px]
  readonly height: number;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string; // the picture in words
}

const PAD = { top: 26, bottom: 24 };
const NASH = { en: "static Nash", zh: "静态 Nash 价" };
const COST = { en: "cost", zh: "成本" };

/** What made a price fall: totals at both ends, parts of cost and margin between, whiskers over eight of ten runs. */
export function Waterfall(props: Props) {
  const { explained, way, from, to, width, height, theme, lang, summary } = props;
  const { split } = explained;
  const bars = waterfallBars(explained, way);
  const x = scaleBand(
    bars.map((b) => b.id),
    [0, width],
  ).padding(width < 480 ? 0.14 : 0.25);
  const reach = bars.flatMap((b) => [b.start, b.end, ...(b.band ?? [])]);
  const top = Math.max(...reach, Number.isFinite(split.nashTo) ? split.nashTo : 0);
  const y = scaleLinear([Math.min(0, ...reach), top], [height - PAD.bottom, PAD.top]);
  const name = ({ id }: WaterfallBar) => (id === "from" ? from : id === "to" ? to : say(PART_WORDS[id], lang));
  const pen = { theme, y, width: x.bandwidth(), lang };
  return (
    <Frame width={width} height={height} summary={summary} size={width < 480 ? 11 : 12} spills>
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} stroke={theme.line2} />
      {bars.map((b, k) => (
        <g key={b.id} transform={`translate(${x(b.id)},0)`}>
          <Bar
            bar={b}
            next={k + 1 < bars.length ? x(bars[k + 1].id)! - x(b.id)! : 0}
            inside={b.id === "to" && crosses(y(b.end) - y(split.nashTo), y(split.costTo) - y(b.end))}
            pen={pen}
          />
          {b.kind === "total" && <Cost cost={b.id === "from" ? split.costFrom : split.costTo} bar={b} pen={pen} />}
          <text x={pen.width / 2} y={height - 6} textAnchor="middle" fill={theme.ink2}>
            {name(b)}
          </text>
        </g>
      ))}
      {Number.isFinite(split.nashTo) && (
        <Nash
          price={split.nashTo}
          right={x("to")! + pen.width + 4}
          room={x.step() + 4}
          under={justUnder(y(split.nashTo) - y(split.to))}
          pen={pen}
        />
      )}
    </Frame>
  );
}

interface Pen {
  readonly theme: ChartTheme;
  readonly y: (value: number) => number;
  readonly width: number; // of a bar
  readonly lang: Language;
}

/** Would the line of competition, so far above a bar, strike through its number; and is there room for that inside? */
const crosses = (above: number, room: number): boolean => above > -2 && above < 24 && room > 34;

/** Would the line's name, above it as usual, run into the number over the bar? */
const justUnder = (below: number): boolean => below >= 2 && below < 12;

interface BarProps {
  readonly bar: WaterfallBar;
  readonly next: number; // how far to the right the next bar stands [px]; 0: none
  readonly inside: boolean; // its number
  readonly pen: Pen;
}

function Bar({ bar: b, next, inside, pen: { theme, y, width } }: BarProps) {
  const [top, bottom] = [Math.min(y(b.start), y(b.end)), Math.max(y(b.start), y(b.end))];
  const fill = { total: theme.surface, cost: theme.ghost, competition: theme.ink2, margin: theme.ink };
  const change = b.end - b.start;
  const highest = b.band ? Math.min(top, y(b.band[0]), y(b.band[1])) : top;
  return (
    <>
      <rect
        y={top}
        width={width}
        height={Math.max(1, bottom - top)}
        fill={fill[b.kind]}
        stroke={b.kind === "total" ? theme.ink : "none"}
      />
      {next > 0 && <line x1={0} x2={next + width} y1={y(b.end)} y2={y(b.end)} stroke={theme.ink3} strokeWidth={0.75} />}
      {b.band && <Whisker x={width - 8} low={y(b.band[0])} high={y(b.band[1])} theme={theme} />}
      <text
        x={width / 2}
        y={inside ? top + 16 : highest - 7}
        textAnchor="middle"
        fill={theme.ink}
        fontWeight={b.kind === "cost" ? 400 : 700}
      >
        {b.kind === "total" ? number(b.end) : `${change > 0 ? "+" : ""}${number(change)}`}
      </text>
    </>
  );
}

/** Drawn twice, so that it is seen on a dark bar as on the page. */
function Whisker({ x, low, high, theme }: { x: number; low: number; high: number; theme: ChartTheme }) {
  const d = `M${x},${low}V${high}M${x - 3},${low}H${x + 3}M${x - 3},${high}H${x + 3}`;
  return (
    <g fill="none">
      <path d={d} stroke={theme.surface} strokeWidth={3.5} />
      <path d={d} stroke={theme.ink3} strokeWidth={1.25} />
    </g>
  );
}

/** How much of a total is cost. */
function Cost({ cost, bar, pen: { theme, y, width, lang } }: { cost: number; bar: WaterfallBar; pen: Pen }) {
  const height = y(0) - y(Math.min(cost, Math.max(0, bar.end)));
  const long = `${say(COST, lang)} ${number(cost)}`;
  const text = textWidth(long, 11) < width - 3 ? long : number(cost);
  const roomAbove = y(0) - y(bar.end) - height > 18 && textWidth(text, 11) < width - 3;
  return (
    <>
      {height > 0.5 && <rect x={0.5} y={y(0) - height} width={width - 1} height={height} fill={theme.ghost} />}
      {roomAbove && (
        <text x={width / 2} y={y(0) - height - 5} textAnchor="middle" fontSize={11} fill={theme.ink3}>
          {text}
        </text>
      )}
    </>
  );
}

interface NashProps {
  readonly price: number;
  readonly right: number; // where the line ends [px]
  readonly room: number; // to the bar before [px]
  readonly under: boolean; // its name
  readonly pen: Pen;
}

/** The price of competition across the last bar; its name as long as there is room for it. */
function Nash({ price, right, room, under, pen: { theme, y, lang } }: NashProps) {
  const long = `${say(NASH, lang)} ${number(price)}`;
  const text = textWidth(long, 11) < room ? long : `Nash ${number(price)}`;
  return (
    <g>
      <line x1={right - room} x2={right} y1={y(price)} y2={y(price)} stroke={theme.ink} strokeDasharray="5 3" />
      <text
        x={right}
        y={y(price) + (under ? 14 : -6)}
        textAnchor="end"
        fontSize={11}
        fill={theme.ink2}
        stroke={theme.surface}
        strokeWidth={4}
        paintOrder="stroke"
      >
        {text}
      </text>
    </g>
  );
}
