import { useMemo } from "react";
import { type ChartLine, lastTick } from "../../charts/data/chart-line.ts";
import { dataTable } from "../../charts/data/data-table.ts";
import { layoutOn } from "../../charts/geometry/layout.ts";
import { Panel, panelHeight } from "../../charts/marks/panel.tsx";
import { THEMES } from "../../charts/theme/theme.ts";
import { timeAxis } from "../../charts/geometry/time-axis.ts";
import { DataTableButton } from "../controls/data-table-button.tsx";
import { useWords } from "../i18n/index.ts";
import { useLanguage, useMode } from "../store/preferences.ts";
import { useTickShown } from "../store/view.ts";
import { ChartArea } from "./chart-area.tsx";
import { COLON, SEMICOLON } from "../../words/punctuation.ts";

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly percent?: boolean; // values are shares
  readonly unit?: string; // of the values as they are, where that is not how they are written
  readonly lines: readonly ChartLine[];
  readonly dates: readonly string[];
  readonly domain: [number, number];
  readonly width: number; // [px]
  readonly height: number;
  /** A value as axis and gutter say it. */
  valueText(x: number): string;
  tickText(x: number, top: boolean): string;
  /** Beside the value: how far it is from something. */
  changeText?(line: ChartLine, tick: number): string;
}

const PHONE = 520; // px of chart below which the gutter keeps names and values only

/** Lines over time with direct labels, a table, a summary in words. All panels of a page share one date cursor. */
export function TrendPanel(props: Props) {
  const {
    title,
    note,
    percent,
    unit = "",
    lines,
    dates,
    domain,
    width,
    height,
    valueText,
    tickText,
    changeText,
  } = props;
  const say = useWords();
  const [lang, mode] = [useLanguage(), useMode()];
  const narrow = width < PHONE;
  const axis = useMemo(() => timeAxis(dates, narrow ? 38 : 52, width - (narrow ? 132 : 190)), [dates, width, narrow]);
  const layout = useMemo(() => layoutOn(domain, lines, height, tickText), [domain, lines, height, tickText]);
  const cursor = useTickShown(dates);
  const labels = useMemo(() => {
    const at = (line: ChartLine) => Math.min(cursor ?? Infinity, Math.max(0, lastTick(line.values)));
    return ({ line }: { line?: ChartLine }) =>
      line
        ? { value: valueText(line.values[at(line)]), change: narrow ? "" : (changeText?.(line, at(line)) ?? "") }
        : { value: "", change: "" };
  }, [cursor, valueText, changeText, narrow]);
  const summary = `${title}${say(COLON)}${endsOf(lines, valueText).join(say(SEMICOLON))}`;
  return (
    <figure className="trend">
      <figcaption>
        <b>{title}</b>
        {note && <span>{note}</span>}
        <DataTableButton
          title={title}
          table={(whole) =>
            dataTable(lines, dates, say("explore.date"), whole ? 1 : Math.max(1, Math.round(dates.length / 60)))
          }
          spec={(vega, look) => vega.linesSpec({ lines, dates, height, percent, unit }, look)}
        />
      </figcaption>
      <ChartArea axis={axis} height={panelHeight({ layout, months: true })} plot={layout.height} label={summary} pill>
        <Panel
          layout={layout}
          axis={axis}
          width={width}
          theme={THEMES[mode]}
          lang={lang}
          summary={summary}
          labels={labels}
          months
        />
      </ChartArea>
    </figure>
  );
}

/** Where each line begins and ends, in words. */
const endsOf = (lines: readonly ChartLine[], valueText: Props["valueText"]): string[] =>
  lines.map(({ title, values }) => {
    const [first, last] = [values[0], values[Math.max(0, lastTick(values))]].map((x) => valueText(x));
    return `${title} ${first} → ${last}`;
  });
