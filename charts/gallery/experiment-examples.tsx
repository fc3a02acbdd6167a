import type { Axis } from "../../engine/index.ts";
import { percent } from "../../words/format.ts";
import { settingText } from "../../words/axis-words.ts";
import { FanChart } from "../marks/fan.tsx";
import { fanOf } from "../data/fan-of.ts";
import { HeatMap } from "../marks/heat-map.tsx";
import { PriceSteps } from "../marks/price-steps.tsx";
import { Histogram } from "../marks/histogram.tsx";
import { domainOf } from "../geometry/value-axis.ts";
import { layoutOn } from "../geometry/layout.ts";
import { SweepChart } from "../marks/sweep-chart.tsx";
import { sweepPoints } from "../data/sweep-data.ts";
import { inkOf } from "../theme/theme.ts";
import { timeAxis } from "../geometry/time-axis.ts";
import { Tornado } from "../marks/tornado.tsx";
import { DATES, runsOfOne, shares } from "./fixed.ts";
import type { Example } from "./example.ts";

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

/** Pictures of experiments: fans, spreads, maps, sweeps, what matters most. */
export const EXPERIMENT_EXAMPLES: readonly Example[] = [
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
        label={(x) => String(Number(x.toPrecision(3)))}
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
];
