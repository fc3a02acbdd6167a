import { useRef } from "react";
import { HeatMap } from "../../charts/marks/heat-map.tsx";
import { Histogram } from "../../charts/marks/histogram.tsx";
import { SweepChart } from "../../charts/marks/sweep-chart.tsx";
import { levelsIn, mostFrequent, type SweepPoint, sweepPoints } from "../../charts/data/sweep-data.ts";
import { type ChartTheme, THEMES } from "../../charts/theme/theme.ts";
import { Tornado } from "../../charts/marks/tornado.tsx";
import { tornadoBars } from "../../charts/data/tornado-bars.ts";
import { type Axis, type Language, REGIMES, type Setting } from "../../engine/index.ts";
import { axisName, METHOD_NOTES, settingText } from "../../words/axis-words.ts";
import { percent } from "../../words/format.ts";
import { capitalised } from "../../words/sentence.ts";
import { outputHeading, outputValue } from "../../words/output-words.ts";
import { DataTableButton } from "../controls/data-table-button.tsx";
import { useSection } from "../i18n/index.ts";
import type { OpenedDesign } from "../store/design.ts";
import { useLanguage, useMode } from "../store/preferences.ts";
import { useWidth } from "./use-width.ts";
import { designWords } from "./design-words.ts";
import type { DesignState } from "./use-design.ts";

interface Props {
  readonly opened: OpenedDesign;
  readonly state: DesignState;
  readonly output: string;
}

interface Drawing extends Props {
  readonly width: number;
  readonly theme: ChartTheme;
  readonly lang: Language;
  readonly name: string; // of the output
  readonly points: readonly SweepPoint[];
}

/** The picture that suits the method: a map over two parameters, lines or clouds over each, a tornado, a histogram. */
export function DesignChart(props: Props) {
  const [lang, mode] = [useLanguage(), useMode()];
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { opened, state, output } = props;
  const { design } = opened.plan;
  const rows = state.rows.map((row) => row.slice(5));
  const k = design.axes.length + design.outputs.indexOf(output);
  const points = sweepPoints(
    rows.map((row) => row.slice(0, design.axes.length) as Setting[]),
    rows.map((row) => (typeof row[k] === "number" ? row[k] : NaN)),
  );
  const name = outputHeading(output, opened.scenario, lang);
  const drawing: Drawing = { ...props, width, theme: THEMES[mode], lang, name, points };
  return <div ref={place}>{pictureOf(drawing)}</div>;
}

function pictureOf(drawing: Drawing) {
  const { opened, state, output } = drawing;
  const { method, axes } = opened.plan.design;
  if (state.summary?.sensitivity?.[output]) return <Drivers {...drawing} />;
  if (method === "grid" && axes.length === 2) return <MapOf {...drawing} />;
  if (axes.length > 0) return <Sweeps {...drawing} />;
  return <Spread {...drawing} />;
}

const HEIGHT = 300;

/** Points as a table: settings, then the mean of the output. */
const tableOf = (axes: readonly Axis[], { points, lang, name }: Drawing) => ({
  head: [...axes.map((axis) => axisName(axis, lang)), name, "5%", "95%"],
  rows: points.map((p) => [
    ...p.settings.map(String),
    ...[p.mean, p.low, p.high].map((x) => String(Number(x.toPrecision(6)))),
  ]),
});

function MapOf(drawing: Drawing) {
  const say = useSection(designWords);
  const { opened, output, points, width, theme, lang, name } = drawing;
  const { axes } = opened.plan.design;
  const isRegime = output === "regime";
  const means = points.map((p) => p.mean).filter(Number.isFinite);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const cells = points.map(({ settings: [x, y], mean, values }) => {
    const most = isRegime ? mostFrequent(values, REGIMES.length) : null;
    const text = most ? (say(REGIMES[most.kind]?.label) ?? "–") : outputValue(output, mean, lang);
    const shade = most ? Math.max(0, most.kind) / (REGIMES.length - 1) : high > low ? (mean - low) / (high - low) : 0;
    return { x, y, shade, text, small: most && most.share < 0.995 ? percent(most.share) : undefined };
  });
  const title = capitalised(say("map", { output: name }));
  const names = { xName: axisName(axes[0], lang), yName: axisName(axes[1], lang) };
  return (
    <figure className="trend">
      <figcaption>
        <b>{title}</b>
        <DataTableButton
          title={title}
          table={() => tableOf(axes, drawing)}
          spec={(vega, look) => vega.mapSpec({ cells, ...names, label: settingText }, look)}
        />
      </figcaption>
      <HeatMap
        cells={cells}
        xs={levelsIn(points, 0, axes[0])}
        ys={levelsIn(points, 1, axes[1])}
        {...names}
        width={Math.min(width, 820)}
        height={Math.min(420, 90 + 64 * Math.max(2, levelsIn(points, 1, axes[1]).length))}
        theme={theme}
        summary={`${title}: ${cells.map((c) => `${settingText(c.x)} / ${settingText(c.y)} ${c.text}`).join("; ")}`}
        label={settingText}
      />
    </figure>
  );
}

const COLUMN = 520;

function Sweeps(drawing: Drawing) {
  const say = useSection(designWords);
  const { opened, output, points, width, theme, lang, name } = drawing;
  const { axes } = opened.plan.design;
  const columns = axes.length > 1 && width >= 2 * COLUMN ? 2 : 1;
  return (
    <div className="trends" data-columns={columns}>
      {axes.map((axis, d) => {
        const xName = axisName(axis, lang);
        const title = capitalised(say("against", { output: name, parameter: xName }));
        const shown = { axis, d, points, line: axes.length === 1 };
        return (
          <figure key={axis.path} className="trend">
            <figcaption>
              <b>{title}</b>
              <DataTableButton
                title={title}
                table={() => tableOf(axes, drawing)}
                spec={(vega, look) => vega.sweepSpec({ ...shown, xName, yName: name }, look)}
              />
            </figcaption>
            <SweepChart
              {...shown}
              name={xName}
              width={columns === 2 ? Math.floor((width - 28) / 2) : Math.min(width, 900)}
              height={HEIGHT}
              theme={theme}
              summary={`${title}: ${points
                .slice(0, 40)
                .map((p) => `${settingText(p.settings[d])} ${outputValue(output, p.mean, lang)}`)
                .join("; ")}`}
              label={(x) => outputValue(output, x, lang)}
              settingLabel={settingText}
            />
          </figure>
        );
      })}
    </div>
  );
}

function Drivers(drawing: Drawing) {
  const say = useSection(designWords);
  const { opened, state, output, width, theme, lang, name } = drawing;
  const found = state.summary!.sensitivity![output];
  const { axes } = opened.plan.design;
  const tornado = tornadoBars(found, axes, { lang, show: (x) => outputValue(output, x, lang) });
  const title = say("drivers", { output: name });
  const origin = found.kind === "swings" ? say("unchanged", { value: tornado.originText }) : tornado.originText;
  return (
    <figure className="trend">
      <figcaption>
        <b>{title}</b>
        <DataTableButton
          title={title}
          table={() => ({ head: [say("parameter"), ...tornado.heads], rows: tornado.rows })}
          spec={(vega, look) => vega.tornadoSpec({ ...tornado, originText: origin, name }, look)}
        />
      </figcaption>
      <p className="note">{say(METHOD_NOTES[found.kind])}</p>
      <Tornado
        bars={tornado.bars}
        origin={tornado.origin}
        originText={origin}
        ticks={tornado.ticks}
        width={Math.min(width, 980)}
        theme={theme}
        summary={`${title}: ${tornado.bars.map((b) => `${b.name} ${b.fromText} → ${b.toText}`).join("; ")}`}
      />
    </figure>
  );
}

function Spread(drawing: Drawing) {
  const say = useSection(designWords);
  const { output, points, width, theme, lang, name } = drawing;
  const title = say("spread", { output: name });
  const ink = { glyph: "circle" as const, mark: theme.ink, text: theme.ink };
  const values = points[0]?.values ?? [];
  return (
    <figure className="trend">
      <figcaption>
        <b>{title}</b>
        <DataTableButton
          title={title}
          table={() => ({ head: ["#", name], rows: values.map((x, k) => [String(k), String(x)]) })}
          spec={(vega, look) => vega.spreadSpec({ values, name, ink }, look)}
        />
      </figcaption>
      <Histogram
        values={values}
        width={Math.min(width, 820)}
        height={HEIGHT}
        ink={ink}
        theme={theme}
        summary={title}
        label={(x) => outputValue(output, x, lang)}
      />
    </figure>
  );
}
