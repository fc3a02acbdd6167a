import { type Course, type Language, say, type TypicalWar } from "../../engine/index.ts";
import { type Named, productName, vendorName } from "../../words/names.ts";
import { roundWords, troughWords } from "../../words/war-words.ts";
import { textWidth } from "../geometry/text-width.ts";
import { inkIn, type ChartTheme } from "../theme/theme.ts";
import { type WarLayout, warLayout } from "../geometry/war-layout.ts";
import { Frame } from "./frame.tsx";
import { WarLaneRow } from "./war-lane.tsx";

interface Props {
  readonly war: TypicalWar;
  readonly course: Course;
  readonly scenario: Named;
  readonly width: number; // [px]
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly summary: string;
}

const LANE = 22;
const INDEX = { top: 34, height: 96 };
const LANES = INDEX.top + INDEX.height + 26;

export const warHeight = (lanes: number): number => LANES + lanes * LANE + 24;

/** The anatomy of a war at a glance: the index above, who came in when and how deep below it, rounds as grey bands. */
export function WarTimeline({ war, course, scenario, width, theme, lang, summary }: Props) {
  const narrow = width < 640;
  const [left, gutter] = narrow ? [70, 64] : [104, 330];
  const right = width - gutter;
  const at = warLayout(war, course, { left, right: right - 12, ...INDEX });
  const height = warHeight(at.lanes.length);
  return (
    <Frame width={width} height={height} summary={summary} size={12} spills>
      <Grid at={at} left={left} right={right} height={height} theme={theme} lang={lang} />
      <Index at={at} left={left} right={right} theme={theme} lang={lang} war={war} narrow={narrow} />
      <Heads right={right} width={width} theme={theme} lang={lang} narrow={narrow} />
      {at.lanes.map((lane, k) => (
        <g key={lane.vendor} transform={`translate(0,${LANES + (k + 0.5) * LANE})`}>
          <WarLaneRow
            lane={lane}
            at={at}
            ink={inkIn(scenario.vendors, lane.vendor, theme.mode)}
            entered={productName(scenario, war.trigger.product, lang)}
            name={vendorName(scenario, lane.vendor, lang)}
            {...{ war, right, width, narrow, theme, lang }}
          />
        </g>
      ))}
    </Frame>
  );
}

type Pen = Pick<Props, "theme" | "lang"> & { readonly at: WarLayout; readonly right: number };

function Grid({ at, left, right, height, theme, lang }: Pen & { readonly left: number; readonly height: number }) {
  return (
    <g fontSize={11}>
      {at.rounds.map((r) => (
        <rect
          key={r.day}
          x={r.x}
          y={INDEX.top - 4}
          width={r.width}
          height={height - INDEX.top - 20}
          fill={theme.ink}
          fillOpacity={0.06}
        />
      ))}
      {at.ticks.map(({ x, day }) => (
        <g key={day}>
          <line x1={x} x2={x} y1={INDEX.top} y2={height - 20} stroke={theme.grid} />
          <text x={x} y={height - 5} textAnchor={day === 0 ? "start" : "middle"} fill={theme.ink3}>
            {day === 0 ? say(HEADS.start, lang) : day}
          </text>
        </g>
      ))}
      {at.lanes.map((lane, k) => (
        <line
          key={lane.vendor}
          x1={left}
          x2={right}
          y1={LANES + (k + 0.5) * LANE}
          y2={LANES + (k + 0.5) * LANE}
          stroke={theme.grid}
        />
      ))}
    </g>
  );
}

function Index({
  at,
  left,
  right,
  theme,
  lang,
  war,
  narrow,
}: Pen & { readonly left: number; readonly war: TypicalWar; readonly narrow: boolean }) {
  const [first] = at.index;
  const foot = INDEX.top + INDEX.height;
  const line = at.index.reduce((d, { x, y }) => `${d}H${x.toFixed(1)}V${y.toFixed(1)}`, `M${first.x},${first.y}`);
  const last = at.index[at.index.length - 1];
  const trough = troughWords(war, lang);
  const turn = at.trough.x + textWidth(trough, 12) + 10 > right; // no room on its right
  return (
    <>
      <path d={`${line}V${foot}H${first.x}Z`} fill={theme.ink} fillOpacity={0.05} />
      <path d={line} fill="none" stroke={theme.ink} strokeWidth={1.75} />
      {at.levels.map(({ y, value }) => (
        <text key={value} x={left - 8} y={y + 4} textAnchor="end" fontSize={11} fill={theme.ink3}>
          {Math.round(100 * value)}
        </text>
      ))}
      <circle cx={at.trough.x} cy={at.trough.y} r={4} fill={theme.surface} stroke={theme.ink} strokeWidth={1.75} />
      <text
        x={turn ? at.trough.x : at.trough.x + 2}
        y={Math.min(foot + 14, at.trough.y + 20)}
        textAnchor={turn ? "end" : "start"}
        fill={theme.ink}
        fontWeight={700}
      >
        {trough}
      </text>
      <RoundLabels at={at} right={right} theme={theme} lang={lang} narrow={narrow} />
      <line
        x1={last.x}
        x2={right - 4}
        y1={last.y}
        y2={last.y}
        stroke={theme.ink}
        strokeWidth={1}
        strokeDasharray="2 3"
      />
    </>
  );
}

/** Rounds in words above the index, as many as have room. */
function RoundLabels({ at, right, theme, lang, narrow }: Pen & { readonly narrow: boolean }) {
  let free = 0;
  return at.rounds.map((r, k) => {
    const text = roundWords(r, k, lang, narrow);
    const w = textWidth(text, 11.5);
    const x = Math.min(r.x, right - w);
    if (x < free) return null;
    free = x + w + 12;
    return (
      <text key={r.day} x={x} y={INDEX.top - 14} fontSize={11.5} fill={theme.ink} fontWeight={k === 0 ? 700 : 400}>
        {text}
      </text>
    );
  });
}

const HEADS = {
  start: { en: "day 0", zh: "第 0 天" },
  lag: { en: "lag", zh: "滞后" },
  depth: { en: "deepest cut", zh: "最大降幅" },
  what: { en: "what moved", zh: "动了几款" },
};

function Heads({
  right,
  width,
  theme,
  lang,
  narrow,
}: Pick<Pen, "right" | "theme" | "lang"> & { readonly width: number; readonly narrow: boolean }) {
  return (
    <g fontSize={11} fill={theme.ink3}>
      <text x={narrow ? width : right + 50} y={LANES - 6} textAnchor="end">
        {narrow ? say(HEADS.depth, lang) : say(HEADS.lag, lang)}
      </text>
      {!narrow && (
        <>
          <text x={right + 70} y={LANES - 6}>
            {say(HEADS.depth, lang)}
          </text>
          <text x={width} y={LANES - 6} textAnchor="end">
            {say(HEADS.what, lang)}
          </text>
        </>
      )}
    </g>
  );
}
