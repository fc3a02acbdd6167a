import type { ReactNode } from "react";
import { type Axis, type Language, type Measured, type Text } from "../../engine/index.ts";
import { percent } from "../../words/format.ts";
import { settingText } from "../../words/axis-words.ts";
import { Effects } from "../marks/effects.tsx";
import { FanChart } from "../marks/fan.tsx";
import { fanOf } from "../data/fan-of.ts";
import { FlowChart } from "../marks/flow-chart.tsx";
import { flowHeight } from "../geometry/flow-layout.ts";
import { HeatMap } from "../marks/heat-map.tsx";
import { Histogram } from "../marks/histogram.tsx";
import { LanesChart } from "../marks/lanes-chart.tsx";
import { domainOf, layoutOn, type PanelLayout, priceLayout, shareLayout } from "../geometry/layout.ts";
import { Panel } from "../marks/panel.tsx";
import { PriceSteps } from "../marks/price-steps.tsx";
import { Positions } from "../marks/positions.tsx";
import { SweepChart } from "../marks/sweep-chart.tsx";
import { sweepPoints } from "../data/sweep-data.ts";
import { type ChartTheme, inkOf, type Mode } from "../theme/theme.ts";
import { theoryLine } from "../data/theory-lines.ts";
import { ThreeWays } from "../marks/three-ways.tsx";
import { Thumbnail } from "../marks/thumbnail.tsx";
import { timeAxis } from "../geometry/time-axis.ts";
import { Tornado } from "../marks/tornado.tsx";
import { WarTimeline } from "../marks/war-timeline.tsx";
import { Waterfall } from "../marks/waterfall.tsx";
import { course, NAMED, split, switches, verdicts, war } from "./fixed-war.ts";
import { DATES, freeLanesFixed, lanes, prices, runsOfOne, shares } from "./fixed.ts";

/** One picture of the gallery. A new chart gets a line here: then it is seen, and its drawing is kept by a snapshot. */
interface Example {
  readonly id: string;
  readonly title: Text;
  draw(to: { readonly theme: ChartTheme; readonly lang: Language; readonly width: number }): ReactNode;
}

type To = Parameters<Example["draw"]>[0];

const axisOf = (width: number) => timeAxis(DATES, 46, width - 150);
const labels = ({ line }: { line?: { values: Float64Array } }) => ({
  value: line ? String(Number(line.values[line.values.length - 1].toPrecision(3))) : "",
  change: "",
});
const plain = (x: number) => String(Number(x.toPrecision(3)));

const panel = (layout: PanelLayout, { theme, lang, width }: To, summary: string) => (
  <Panel
    layout={layout}
    axis={axisOf(width)}
    width={width}
    theme={theme}
    lang={lang}
    summary={summary}
    labels={labels}
    markers={[{ tick: 35, text: "6 May" }]}
    markerText
    months
  />
);

const range = (path: string, scale: "linear" | "log" = "linear"): Axis => ({
  kind: "range",
  path,
  also: [],
  unit: "1",
  low: scale === "log" ? 0.5 : 0,
  high: scale === "log" ? 8 : 2,
  scale,
  integer: false,
  points: 5,
  base: 1,
});
const line = sweepPoints(
  [0.5, 1, 2, 4, 8].flatMap((x) => [[x], [x], [x]]),
  [0.5, 1, 2, 4, 8].flatMap((x, k) => [0.8 - 0.08 * x, 0.82 - 0.08 * x, 0.78 - 0.07 * x + 0.01 * k]),
);
const cloud = sweepPoints(
  Array.from({ length: 40 }, (_, k) => [(k * 0.05) % 2, ((k * 7) % 40) / 20]),
  Array.from({ length: 40 }, (_, k) => 0.3 + 0.2 * ((k * 0.05) % 2) + ((k * 13) % 17) / 170),
);

const stamp = (mode: Mode): Measured => {
  const all = shares(mode);
  const index = Float64Array.from(DATES, (_, t) => (t < 44 ? 1 : t < 60 ? 0.5 : 0.35));
  return {
    values: new Float64Array(),
    dates: DATES,
    paths: ["market.priceIndex", ...all.map((l) => `vendors.${l.id}.tokenShare`)],
    series: [index, ...all.map((l) => l.values)],
  };
};

export const EXAMPLES: readonly Example[] = [
  {
    id: "prices",
    title: { en: "Prices, log axis and free band", zh: "价格：对数轴与免费带" },
    draw: (to) => panel(priceLayout(prices(to.theme.mode), freeLanesFixed(to.theme.mode), 182, plain), to, "prices"),
  },
  {
    id: "shares",
    title: { en: "Shares: leaders and challengers", zh: "份额：领先者与挑战者" },
    draw: (to) =>
      panel(
        shareLayout(shares(to.theme.mode), 206, (x) => percent(x)),
        to,
        "shares",
      ),
  },
  {
    id: "lines",
    title: { en: "Lines on a given axis", zh: "给定坐标轴上的折线" },
    draw: (to) =>
      panel(
        layoutOn(domainOf(shares(to.theme.mode), undefined), shares(to.theme.mode), 206, (x) => percent(x)),
        to,
        "lines",
      ),
  },
  {
    id: "lanes",
    title: { en: "Event strip", zh: "事件条" },
    draw: ({ theme, lang, width }) => (
      <LanesChart
        lanes={lanes(theme.mode)}
        axis={axisOf(width)}
        width={width}
        laneHeight={20}
        theme={theme}
        lang={lang}
        summary="lanes"
      />
    ),
  },
  {
    id: "waterfall",
    title: { en: "Waterfall", zh: "瀑布图" },
    draw: ({ theme, lang, width }) => (
      <Waterfall
        explained={{ split, low: split, high: split }}
        from="Apr"
        to="Sep"
        width={width}
        height={260}
        theme={theme}
        lang={lang}
        summary="waterfall"
      />
    ),
  },
  {
    id: "fan",
    title: { en: "Fan", zh: "扇形图" },
    draw({ theme, lang, width }) {
      const fan = fanOf(runsOfOne());
      const [ink] = [inkOf("bytedance", 1, theme.mode)];
      const [median] = shares(theme.mode);
      const drawn = {
        ...median,
        values: fan.quantiles[2],
        baseline: undefined,
        low: fan.quantiles[0],
        high: fan.quantiles[4],
      };
      const layout = layoutOn(domainOf([drawn], undefined), [drawn], 220, (x) => percent(x));
      return (
        <FanChart
          fan={fan}
          layout={layout}
          axis={timeAxis(DATES, 46, width - 90)}
          width={width}
          ink={ink}
          theme={theme}
          lang={lang}
          summary="fan"
          mark={DATES.length - 1}
          label={percent}
        />
      );
    },
  },
  {
    id: "histogram",
    title: { en: "Spread of runs", zh: "运行结果的分布" },
    draw: ({ theme, width }) => (
      <Histogram
        values={runsOfOne().map((x) => x[x.length - 1])}
        width={width}
        height={220}
        ink={inkOf("bytedance", 1, theme.mode)}
        theme={theme}
        summary="histogram"
        label={percent}
      />
    ),
  },
  {
    id: "price-steps",
    title: { en: "Price by prompt length", zh: "价格随提示词长度变化" },
    draw: ({ theme, width }) => (
      <PriceSteps
        points={[1e3, 32e3, 32_001, 128e3, 128_001, 1e6].map((tokens, k) => ({
          tokens,
          price: [3.2, 4.8, 9.6][k >> 1],
        }))}
        width={width}
        height={160}
        ink={inkOf("bytedance", 1, theme.mode)}
        theme={theme}
        summary="price-steps"
        label={plain}
        length={(tokens) => `${tokens / 1000}k`}
      />
    ),
  },
  {
    id: "heat-map",
    title: { en: "Map over two parameters", zh: "两个参数的分布图" },
    draw({ theme, width }) {
      const [xs, ys] = [
        [0.5, 1, 2, 4],
        [0, 0.5, 1],
      ];
      const cells = xs.flatMap((x, i) =>
        ys.map((y, j) => ({
          x,
          y,
          shade: (i + j) / 5,
          text: percent((i + j) / 5),
          small: i === j ? "67%" : undefined,
        })),
      );
      return (
        <HeatMap
          cells={cells}
          xs={xs}
          ys={ys}
          xName="price"
          yName="strength"
          width={width}
          height={260}
          theme={theme}
          summary="map"
          label={settingText}
        />
      );
    },
  },
  {
    id: "sweep-line",
    title: { en: "One parameter", zh: "单参数扫描" },
    draw: ({ theme, width }) => (
      <SweepChart
        axis={range("price", "log")}
        d={0}
        points={line}
        line
        name="price"
        width={width}
        height={240}
        theme={theme}
        summary="sweep"
        label={percent}
        settingLabel={settingText}
      />
    ),
  },
  {
    id: "sweep-cloud",
    title: { en: "One of several parameters", zh: "多参数中的一个" },
    draw: ({ theme, width }) => (
      <SweepChart
        axis={range("strength")}
        d={0}
        points={cloud}
        line={false}
        name="strength"
        width={width}
        height={240}
        theme={theme}
        summary="cloud"
        label={percent}
        settingLabel={settingText}
      />
    ),
  },
  {
    id: "tornado",
    title: { en: "Tornado", zh: "龙卷风图" },
    draw: ({ theme, width }) => (
      <Tornado
        origin={0.7}
        originText="70%"
        width={width}
        theme={theme}
        summary="tornado"
        bars={[
          { id: "a", name: "Entrant's price", from: 0.86, to: 0.3, fromText: "0.5", toText: "4" },
          { id: "b", name: "Reaction strength", from: 0.45, to: 0.78, fromText: "0.4", toText: "1.3" },
        ]}
      />
    ),
  },
  {
    id: "indices",
    title: { en: "Sobol' indices", zh: "Sobol' 指数" },
    draw: ({ theme, width }) => (
      <Tornado
        origin={0}
        originText="0"
        width={width}
        theme={theme}
        summary="indices"
        bars={[
          {
            id: "a",
            name: "Entrant's price",
            from: 0,
            to: 0.62,
            inner: 0.5,
            fromText: "",
            toText: "0.62",
            interval: [0.5, 0.72],
          },
          {
            id: "b",
            name: "Reaction strength",
            from: 0,
            to: 0.31,
            inner: 0.2,
            fromText: "",
            toText: "0.31",
            interval: [0.22, 0.4],
          },
        ]}
      />
    ),
  },
  {
    id: "thumbnail",
    title: { en: "Thumbnail", zh: "缩略图" },
    draw: ({ theme }) => (
      <Thumbnail run={stamp(theme.mode)} width={150} height={72} theme={theme} summary="thumbnail" />
    ),
  },
  {
    id: "theory",
    title: { en: "Prices against theory", zh: "价格与理论基准" },
    draw(to) {
      const level = (x: number) => Float64Array.from(DATES, (_, t) => (t < 70 ? x : 0.7 * x));
      const marks = (["cartel", "nash", "cost"] as const).map((id, k) => theoryLine(id, level([40, 6, 1.2][k]), to));
      return panel(
        priceLayout([...prices(to.theme.mode), ...marks], freeLanesFixed(to.theme.mode), 206, plain),
        to,
        "theory",
      );
    },
  },
  {
    id: "war",
    title: { en: "How the cuts went", zh: "降价的经过" },
    draw: ({ theme, lang, width }) => (
      <WarTimeline war={war} course={course} scenario={NAMED} width={width} theme={theme} lang={lang} summary="war" />
    ),
  },
  {
    id: "three-ways",
    title: { en: "A fall told three ways", zh: "降价的三种说法" },
    draw: ({ theme, lang, width }) => (
      <ThreeWays split={split} width={width} theme={theme} lang={lang} summary="ways" />
    ),
  },
  {
    id: "positions",
    title: { en: "Prices, costs and verdicts", zh: "价格、成本与判定" },
    draw: ({ theme, lang, width }) => (
      <Positions rows={verdicts} scenario={NAMED} width={width} theme={theme} lang={lang} summary="positions" />
    ),
  },
  {
    id: "effects",
    title: { en: "Effects with ranges", zh: "各因素的作用与区间" },
    draw: ({ theme, width }) => (
      <Effects
        left={120}
        right={60}
        width={width}
        theme={theme}
        summary="effects"
        effects={[
          { id: "a", label: "Own price", value: 0.4, low: 0.3, high: 0.5, text: "+40%" },
          { id: "b", label: "Rivals' prices", value: -0.15, low: -0.25, high: -0.02, text: "−15%" },
          { id: "all", label: "Together", value: 0.25, low: 0.15, high: 0.35, text: "+25%", total: true },
        ]}
      />
    ),
  },
  {
    id: "flows",
    title: { en: "Who went where", zh: "用户流向" },
    draw: ({ theme, lang, width }) => (
      <FlowChart
        switches={switches}
        scenario={NAMED}
        width={width}
        height={flowHeight(switches)}
        theme={theme}
        lang={lang}
        summary="flows"
      />
    ),
  },
];
