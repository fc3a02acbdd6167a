import { type Measured } from "../../engine/index.ts";
import { percent } from "../../words/format.ts";
import { Effects } from "../marks/effects.tsx";
import { FlowChart } from "../marks/flow-chart.tsx";
import { flowHeight } from "../geometry/flow-layout.ts";
import { LanesChart } from "../marks/lanes-chart.tsx";
import { domainOf } from "../geometry/value-axis.ts";
import { layoutOn, shareLayout } from "../geometry/layout.ts";
import type { PanelLayout } from "../geometry/plot.ts";
import { priceLayout } from "../geometry/price-layout.ts";
import { Panel } from "../marks/panel.tsx";
import { Positions } from "../marks/positions.tsx";
import { type Mode } from "../theme/theme.ts";
import { theoryLine } from "../data/theory-lines.ts";
import { ThreeWays } from "../marks/three-ways.tsx";
import { Thumbnail } from "../marks/thumbnail.tsx";
import { timeAxis } from "../geometry/time-axis.ts";
import { WarTimeline } from "../marks/war-timeline.tsx";
import { Waterfall } from "../marks/waterfall.tsx";
import { course, NAMED, split, switches, verdicts, war } from "./fixed-war.ts";
import type { Example } from "./example.ts";
import { EXPERIMENT_EXAMPLES } from "./experiment-examples.tsx";
import { DATES, freeLanesFixed, lanes, prices, shares } from "./fixed.ts";

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

/** A new chart gets a line here or among those of experiments. */
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
  ...EXPERIMENT_EXAMPLES,
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
