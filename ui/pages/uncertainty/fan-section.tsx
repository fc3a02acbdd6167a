import { useMemo, useRef } from "react";
import { dataTable } from "../../../charts/data/data-table.ts";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { FanChart, fanHeight } from "../../../charts/marks/fan.tsx";
import { areFew, type Fan, fanOf } from "../../../charts/data/fan-of.ts";
import { Histogram } from "../../../charts/marks/histogram.tsx";
import { domainOf } from "../../../charts/geometry/value-axis.ts";
import { layoutOn } from "../../../charts/geometry/layout.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import { pathOf, seriesOf } from "../../../charts/data/series-paths.ts";
import { type Ink, inkIn, THEMES } from "../../../charts/theme/theme.ts";
import { timeAxis } from "../../../charts/geometry/time-axis.ts";
import { tickText, unitText, valueText } from "../../../charts/data/values.ts";
import type { Measured, Scenario } from "../../../engine/index.ts";
import { date } from "../../../words/format.ts";
import { DataTableButton } from "../../controls/data-table-button.tsx";
import { useSection, useWords } from "../../i18n/index.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { useWidth } from "../../parts/use-width.ts";
import { at } from "./odds.tsx";
import { uncertainty } from "./words.ts";
import { COLON } from "../../../words/punctuation.ts";
import { inPage } from "../../store/fullscreen.ts";

interface Props {
  readonly scenario: Scenario;
  readonly runs: readonly Measured[];
  readonly measure: Measure;
  readonly vendor: string;
  readonly title: string;
  readonly tick: number;
  onTick(tick: number): void;
}

const PHONE = 560;
const GUTTER = 96; // px of labels at the right
const PLOT = 300; // height [px]

/** The fan of one series, and how its runs are spread on the date looked at. */
export function FanSection(props: Props) {
  const { runs, measure, vendor, tick } = props;
  const lang = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const wide = width >= 1000;
  const fanWidth = wide ? Math.floor(width * 0.66) : width;
  const path = pathOf(measure, vendor);
  const fan = useMemo(() => fanOf(runs.map((m) => seriesOf(m, path)).filter((x) => x !== undefined)), [runs, path]);
  const context = { measure, currency: props.scenario.currency, lang };
  const text = (x: number) => valueText(x, context);
  const [low, , middle, , high] = fan.quantiles.map((q) => text(q[tick]));
  const [lowest, , , , highest] = fan.levels.map(percentOf);
  const quantiles = `${lowest} ${low}, 50% ${middle}, ${highest} ${high}`;
  const shared = { ...props, ink: useInk(props), day: date(runs[0].dates[tick], lang), text, quantiles };
  return (
    <div ref={place} className="fan" data-wide={wide || undefined}>
      <FanFigure {...shared} fan={fan} context={context} width={fanWidth} narrow={width < PHONE} />
      <SpreadFigure
        {...shared}
        width={wide ? width - fanWidth - 28 : width}
        values={runs.map((m) => at(m, path, tick))}
      />
    </div>
  );
}

function useInk({ measure, scenario, vendor }: Props): Ink {
  const mode = useMode();
  const { ink } = THEMES[mode];
  return measure.entity === "market"
    ? { glyph: "circle", mark: ink, text: ink }
    : inkIn(scenario.vendors, vendor, mode);
}

interface FigureProps extends Props {
  readonly width: number; // [px]
  readonly ink: Ink;
  readonly day: string; // the date looked at
  readonly quantiles: string; // on that date, in words
  text(x: number): string; // a value of the series
}

interface FanProps extends FigureProps {
  readonly fan: Fan;
  readonly context: Parameters<typeof tickText>[2];
  readonly narrow: boolean;
}

function FanFigure(props: FanProps) {
  const { fan, context, narrow, runs, measure, title, tick, onTick, width, ink, day, quantiles, text } = props;
  const say = useSection(uncertainty);
  const words = useWords();
  const [lang, mode] = [useLanguage(), useMode()];
  const { dates } = runs[0];
  const line = asLine(title, fan.quantiles, ink);
  const axis = timeAxis(dates, narrow ? 40 : 56, width - GUTTER);
  const layout = layoutOn(domainOf([line], measure.clamp), [line], PLOT, (x, top) => tickText(x, top, context));
  const unit = unitText(context);
  const percent = measure.format === "share";
  return (
    <figure className="trend" style={{ width }}>
      <figcaption>
        <b>{title}</b>
        {unit && <span>{unit}</span>}
        <DataTableButton
          title={title}
          table={(whole) => quantileTable(line, fan, dates, words("explore.date"), whole)}
          spec={(vega, look) => vega.fanSpec({ fan, dates, ink, unit, percent, height: PLOT, at: dates[tick] }, look)}
        />
      </figcaption>
      {/* The range below does the same by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="fan-plot"
        onClick={(e) => onTick(axis.tickAt(inPage(e.clientX - e.currentTarget.getBoundingClientRect().left)))}
      >
        <FanChart
          fan={fan}
          layout={layout}
          axis={axis}
          width={width}
          ink={ink}
          theme={THEMES[mode]}
          lang={lang}
          summary={`${title}${say(COLON)}${day}, ${quantiles}`}
          mark={tick}
          label={text}
        />
      </div>
      <label className="date-range" style={{ marginLeft: axis.left - 8, width: axis.right - axis.left + 16 }}>
        <input
          type="range"
          min={0}
          max={dates.length - 1}
          value={tick}
          aria-label={say("date")}
          aria-valuetext={day}
          onChange={(e) => onTick(Number(e.target.value))}
        />
        <span>
          {say("date")}
          {say(COLON)}
          <b>{day}</b>
        </span>
      </label>
    </figure>
  );
}

/** The runs of that date. */
function SpreadFigure(props: FigureProps & { readonly values: readonly number[] }) {
  const { values, title, measure, width, ink, day, quantiles, text } = props;
  const say = useSection(uncertainty);
  const mode = useMode();
  const name = say("spread", { date: day });
  return (
    <figure className="trend">
      <figcaption>
        <b>{name}</b>
        <DataTableButton
          title={name}
          table={() => ({
            head: [say("run"), title],
            rows: values.map((x, k) => [String(k + 1), String(Number(x.toPrecision(6)))]),
          })}
          spec={(vega, look) =>
            vega.spreadSpec({ values, name: title, ink, percent: measure.format === "share" }, look)
          }
        />
      </figcaption>
      <Histogram
        values={values}
        width={width}
        height={fanHeight({ height: PLOT })}
        ink={ink}
        theme={THEMES[mode]}
        label={text}
        summary={`${name}${say(COLON)}${quantiles}`}
      />
      <p className="note">{say(areFew(values.length) ? "spreadOfFew" : "spreadIs")}</p>
    </figure>
  );
}

type Quantiles = readonly Float64Array[];

const asLine = (title: string, q: Quantiles, ink: ChartLine["ink"]): ChartLine => ({
  id: "fan",
  vendor: "",
  label: title,
  title,
  ink,
  reference: false,
  values: q[2],
  low: q[0],
  high: q[4],
});

const percentOf = (level: number): string => `${Math.round(100 * level)}%`;

/** All five quantiles by date. */
function quantileTable(
  line: ChartLine,
  { quantiles: q, levels }: Fan,
  dates: readonly string[],
  first: string,
  whole: boolean,
) {
  const names = levels.map(percentOf);
  const lines = q.map((values, k) => ({
    ...line,
    id: names[k],
    title: names[k],
    values,
    low: undefined,
    high: undefined,
  }));
  return dataTable(lines, dates, first, whole ? 1 : Math.max(1, Math.round(dates.length / 60)));
}
