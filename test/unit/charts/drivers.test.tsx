import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Effects } from "../../../charts/marks/effects.tsx";
import { FlowChart } from "../../../charts/marks/flow-chart.tsx";
import { flowHeight, flowLayout } from "../../../charts/geometry/flow-layout.ts";
import { Positions } from "../../../charts/marks/positions.tsx";
import { ThreeWays } from "../../../charts/marks/three-ways.tsx";
import { theoryLines } from "../../../charts/data/theory-lines.ts";
import { THEMES } from "../../../charts/theme/theme.ts";
import { partsOf, waterfallBars } from "../../../charts/data/waterfall-bars.ts";
import { Waterfall } from "../../../charts/marks/waterfall.tsx";
import { warLayout } from "../../../charts/geometry/war-layout.ts";
import { WarTimeline } from "../../../charts/marks/war-timeline.tsx";
import { type Explained, splitPrice, typicalWar, type UserSwitch } from "../../../engine/index.ts";
import { courseOf } from "../../../engine/explain/course.ts";
import { warSummary } from "../../../words/war-words.ts";
import { drawnRun } from "../../support/drawn-run.ts";
import { library, simulate } from "../../support/scenarios.ts";

const BROKEN = /NaN|undefined|Infinity/;
const pens = (["light", "dark"] as const).flatMap((mode) =>
  (["en", "zh"] as const).map((lang) => ({ theme: THEMES[mode], lang, summary: "s" })),
);

const from = { price: 10, cost: 2, factors: [1, 1, 1, 1, 2], nash: 6, lowest: 6 };
const explained = (to: Partial<typeof from>): Explained => {
  const split = splitPrice(from, { price: 4, cost: 1, factors: [0.8, 0.625, 1, 1, 2], nash: 4.5, lowest: 4.5, ...to });
  return {
    id: "baidu.ernie-lite",
    launched: false,
    split,
    low: split,
    high: split,
    verdict: "war",
    leading: "war",
    robustness: 1,
    odds: [],
  };
};

describe("a price change", () => {
  it("leads from the first price to the last whichever way it is told, below cost and free included", () => {
    const money = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(money, fc.double({ min: 0.01, max: 50, noNaN: true }), money, (price, cost, nash) => {
        const e = explained({ price, cost, nash });
        for (const way of ["symmetric", "absolute", "nash"] as const) {
          const bars = waterfallBars(e, way);
          for (let k = 1; k < bars.length - 1; k++) expect(bars[k].start).toBeCloseTo(bars[k - 1].end, 9);
          expect(bars[bars.length - 2].end).toBeCloseTo(price, 9);
        }
      }),
    );
  });

  it.each([
    ["usual", {}],
    ["free", { price: 0 }],
    ["below cost", { price: 0.5 }],
    ["without an equilibrium", { nash: NaN }],
    ["dearer", { price: 14 }],
  ] as const)("is drawn in each theme and language (%s)", (_, to) => {
    const e = explained(to);
    for (const pen of pens) {
      for (const width of [358, 640]) {
        for (const way of ["symmetric", "absolute", "nash"] as const)
          expect(
            renderToStaticMarkup(
              <Waterfall explained={e} way={way} from="a" to="b" width={width} height={300} {...pen} />,
            ),
          ).not.toMatch(BROKEN);
        expect(renderToStaticMarkup(<ThreeWays split={e.split} width={width} {...pen} />)).not.toMatch(BROKEN);
        expect(
          renderToStaticMarkup(<Positions rows={[e]} scenario={library("china-2024")} width={width} {...pen} />),
        ).not.toMatch(BROKEN);
      }
    }
  });

  it("says so where there is no equilibrium to hold it against", () => {
    const { split } = explained({ nash: NaN });
    expect(partsOf(split, "nash").some(([, x]) => Number.isNaN(x))).toBe(true);
    expect(renderToStaticMarkup(<ThreeWays split={split} width={640} {...pens[0]} />)).toContain("no equilibrium");
  });
});

describe("the timeline of a war", () => {
  const scenario = library("china-2024", { "demand.agents": 300, "clock.end": "2024-12-31" });
  const span = { from: "2024-04-01", to: "2024-12-31" };
  const r = simulate(scenario);
  const war = typicalWar([r], span)!;
  const course = courseOf(r, span);
  const at = warLayout(war, course, { left: 100, right: 900, top: 30, height: 90 });

  it("has a lane for who set it off and for everybody who followed, in order, with a point for each cut", () => {
    const [first, ...rest] = at.lanes.map((l) => l.vendor);
    expect(first).toBe(war.trigger.product.split(".")[0]);
    expect(rest).toEqual(war.reactions.map((x) => x.vendor).filter((v) => v !== first));
    const cuts = war.rounds.reduce((sum, round) => sum + round.cuts, 0);
    expect(at.lanes.reduce((sum, lane) => sum + lane.cuts.length, 0)).toBe(cuts);
  });

  it("puts later days further right, the trough lowest, everything inside its frame", () => {
    const xs = at.index.map((p) => p.x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(at.trough.y).toBeCloseTo(Math.max(...at.index.map((p) => p.y)), 6);
    for (const x of [
      ...xs,
      ...at.lanes.flatMap((l) => [...l.cuts.map((c) => c.x), ...l.below.flatMap((b) => [b.from, b.to])]),
    ])
      expect(x >= 99.9 && x <= 900.1).toBe(true);
  });

  it("draws red exactly where a product was below cost, and says it in words", () => {
    const below = new Set(course.below.map((b) => b.product.split(".")[0]));
    expect(below.size).toBeGreaterThan(0);
    for (const lane of at.lanes) expect(lane.below.length > 0).toBe(below.has(lane.vendor));
    for (const pen of pens)
      for (const width of [358, 1100])
        expect(
          renderToStaticMarkup(<WarTimeline war={war} course={course} scenario={scenario} width={width} {...pen} />),
        ).not.toMatch(BROKEN);
    for (const lang of ["en", "zh"] as const) expect(warSummary(war, scenario, lang)).not.toMatch(BROKEN);
  });
});

describe("the picture of flows", () => {
  const ids = [null, "deepseek.v2", "baidu.ernie-lite", "alibaba.qwen-plus", "zhipu.glm-4"];
  const pair = fc
    .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.integer({ min: 1, max: 1e6 }))
    .filter(([a, b]) => a !== b);
  const switches = fc
    .uniqueArray(pair, { minLength: 1, maxLength: 20, selector: ([a, b]) => `${a}/${b}` })
    .map((pairs): UserSwitch[] =>
      pairs.map(([a, b, users]) => ({ from: a, to: b, users, agents: 1 })).toSorted((a, b) => b.users - a.users),
    );

  it("keeps every user: who leaves a product at left, who comes to one at right, who is too few to draw", () => {
    fc.assert(
      fc.property(switches, fc.integer({ min: 1, max: 20 }), (all, most) => {
        const { nodes, links, rest } = flowLayout(all, { left: 100, right: 500, height: flowHeight(all), most });
        const total = all.reduce((sum, s) => sum + s.users, 0);
        const side = (at: string) => nodes.filter((n) => n.side === at).reduce((sum, n) => sum + n.users, 0);
        for (const drawn of [side("from"), side("to"), links.reduce((sum, l) => sum + l.users, 0)])
          expect(drawn + rest).toBeCloseTo(total, 3);
        for (const n of nodes) expect(n.y >= -0.01 && n.y + n.height <= flowHeight(all) + 0.01).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("is drawn in each theme and language, and empty weeks are no error", () => {
    const some: UserSwitch[] = [
      { from: null, to: "deepseek.v2", users: 900, agents: 3 },
      { from: "baidu.ernie-lite", to: null, users: 20, agents: 1 },
    ];
    for (const pen of pens)
      for (const list of [some, []])
        expect(
          renderToStaticMarkup(
            <FlowChart switches={list} scenario={library("china-2024")} width={358} height={300} {...pen} />,
          ),
        ).not.toMatch(BROKEN);
  });
});

it("effects are bars from zero, losses to its left", () => {
  const effects = [
    { id: "a", label: "a", value: 2, low: 1, high: 3, text: "2" },
    { id: "b", label: "b", value: -1, low: -2, high: -0.5, text: "−1" },
  ];
  const svg = renderToStaticMarkup(
    <Effects effects={effects} width={400} left={100} right={50} theme={THEMES.light} summary="s" />,
  );
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="-6" width="([\d.]+)"/g)].map((m) => [
    Number(m[1]),
    Number(m[2]),
  ]);
  expect(bars[0][0]).toBeCloseTo(bars[1][0] + bars[1][1], 6); // both begin at zero
  expect(bars[0][1]).toBeCloseTo(2 * bars[1][1], 6);
});

describe("lines of theory", () => {
  const { recording } = drawnRun();
  const draw = (keep: (id: string) => boolean) => theoryLines(recording, { keep, lang: "en", theme: THEMES.light });

  it("hold from the day they were worked out; cost is there every day", () => {
    const [cartel, nash, cost] = draw(() => true);
    expect([cartel.values[0], cartel.values.at(-1), nash.values[50]]).toEqual(
      [90, 90, 5].map((x) => expect.closeTo(x, 9)),
    );
    expect(cost.values.every(Number.isFinite)).toBe(true);
  });

  it("are of the basket asked for: without it, none", () => {
    expect(draw(() => false).every((line) => line.values.every(Number.isNaN))).toBe(true);
  });

  it("are cost alone where no competition was priced", () => {
    const { nash: _, ...plain } = recording;
    expect(theoryLines(plain, { keep: () => true, lang: "zh", theme: THEMES.dark }).map((l) => l.id)).toEqual([
      "theory:cost",
    ]);
  });
});
