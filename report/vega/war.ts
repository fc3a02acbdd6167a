import { type Course, say, type TypicalWar, type UserSwitch } from "../../engine/index.ts";
import { inkIn } from "../../charts/theme/theme.ts";
import { fullName, type Named, vendorName } from "../../words/names.ts";
import { FLOWS, WAR } from "./vega-words.ts";
import { type Look, type Spec, value } from "./spec.ts";

interface WarDrawing {
  readonly war: TypicalWar;
  readonly course: Course;
  readonly scenario: Named;
}

const WIDTH = 560;

/** A war on a calendar: the price index, and under it who cut when and how deep, and who sold below cost. */
export function warSpec({ war, course, scenario }: WarDrawing, { lang, theme }: Look): Spec {
  const words = say(WAR, lang);
  const vendorOf = (product: string) => product.split(".")[0];
  const order = [...new Set([vendorOf(war.trigger.product), ...war.reactions.map((r) => r.vendor)])];
  const names = order.map((id) => vendorName(scenario, id, lang));
  const nameOf = (product: string) => names[order.indexOf(vendorOf(product))];
  const of = <T extends { readonly product: string }>(all: readonly T[]) =>
    all.filter(({ product }) => order.includes(vendorOf(product)));
  const index = course.dates.map((date, t) => ({ date, index: value(course.index[t]) }));
  const cuts = of(course.moves)
    .filter(({ from, to }) => to < from)
    .map((m) => ({
      date: m.date,
      vendor: nameOf(m.product),
      product: fullName(scenario, m.product, lang),
      depth: 1 - m.to / m.from,
    }));
  const below = of(course.below).map((b) => ({ from: b.from, to: b.to, vendor: nameOf(b.product) }));
  const x = { field: "date", type: "temporal", title: null };
  const y = { field: "vendor", type: "nominal", title: null, sort: names };
  const inks = { domain: names, range: order.map((id) => inkIn(scenario.vendors, id, theme.mode).mark) };
  return {
    vconcat: [
      {
        width: WIDTH,
        height: 96,
        data: { values: index },
        mark: { type: "line", interpolate: "step-after", color: theme.ink, tooltip: true },
        encoding: { x, y: { field: "index", type: "quantitative", title: words.index, scale: { zero: false } } },
      },
      {
        width: WIDTH,
        height: { step: 22 },
        layer: [
          {
            data: { values: below },
            mark: { type: "bar", height: 4, yOffset: 8, color: theme.below },
            encoding: { x: { field: "from", type: "temporal", title: null }, x2: { field: "to" }, y },
          },
          {
            data: { values: cuts },
            mark: { type: "point", filled: true, tooltip: { content: "data" } },
            encoding: {
              x,
              y,
              size: { field: "depth", type: "quantitative", title: words.depth, legend: { format: "%" } },
              color: { field: "vendor", type: "nominal", legend: null, scale: inks },
            },
          },
        ],
      },
    ],
    resolve: { scale: { x: "shared" } },
  };
}

interface FlowsDrawing {
  readonly switches: readonly UserSwitch[];
  readonly scenario: Named;
}

/** Who went from which product to which: a bar for whom they left, parted by where they went. */
export function flowsSpec({ switches, scenario }: FlowsDrawing, { lang }: Look): Spec {
  const words = say(FLOWS, lang);
  const values = switches.map(({ from, to, users }) => ({
    from: from === null ? words.none : fullName(scenario, from, lang),
    to: to === null ? words.none : fullName(scenario, to, lang),
    users,
  }));
  return {
    width: 460,
    height: { step: 22 },
    data: { values },
    mark: { type: "bar", tooltip: { content: "data" } },
    encoding: {
      y: { field: "from", type: "nominal", title: words.from, sort: "-x" },
      x: { field: "users", type: "quantitative", title: words.users },
      color: { field: "to", type: "nominal", title: words.to },
    },
  };
}
