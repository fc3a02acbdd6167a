import { useMemo } from "react";
import type { Measure } from "../../../charts/measure.ts";
import { comparable, linesOf, type Run } from "../../../charts/lines-of.ts";
import type { ChartLine } from "../../../charts/chart-line.ts";
import { productsShown } from "../../../charts/products-shown.ts";
import { timeAxis, type TimeAxis } from "../../../charts/time-axis.ts";
import type { Marker } from "../../../charts/time-grid.tsx";
import type { Language } from "../../../engine/index.ts";
import { date, price } from "../../../report/format.ts";
import { productName } from "../../../report/names.ts";
import { useApp } from "../../store/app.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { quantileBand } from "../../store/replications.ts";
import { useView } from "../../store/view.ts";
import { blendedOf } from "../../../charts/lanes.ts";
import { useGeometry } from "./geometry.ts";

/** The last good run. Panels are drawn only once there is one. */
export function useRun(): Run {
  const run = useApp((s) => s.result?.run);
  if (!run) throw new Error("a panel was drawn before the first run");
  return run;
}

/** The run to hold against, unless it is switched off or does not share the calendar. */
export function useBaseline(): Run | undefined {
  const run = useRun();
  const baseline = useApp((s) => s.baseline);
  const on = useView((v) => v.ghost);
  return on && baseline && baseline !== run && comparable(run, baseline) ? baseline : undefined;
}

const LEAST_FOR_A_BAND = 5;

export function useLines(measure: Measure): ChartLine[] {
  const run = useRun();
  const baseline = useBaseline();
  const [lang, mode] = [useLanguage(), useMode()];
  const choice = useView((v) => v.products);
  const bands = useApp((s) => s.bands);
  const on = useApp((s) => s.bandsOn);
  const band = useMemo(
    () => (on && bands.length >= LEAST_FOR_A_BAND ? quantileBand(bands.map((r) => measure.compute(r))) : undefined),
    [bands, on, measure],
  );
  return useMemo(() => {
    const shown = measure.entity === "product" ? productsShown(run.scenario, choice) : null;
    const keep = shown ? (id: string) => shown.has(id) : undefined;
    const lines = linesOf(run, { measure, lang, mode, keep, baseline, band });
    // One product a vendor: the vendor's name says more than the product's.
    return shown && choice !== "all"
      ? lines.map((line) => ({ ...line, label: vendorLabel(line, lines, run, lang) }))
      : lines;
  }, [run, baseline, measure, lang, mode, choice, band]);
}

function vendorLabel(line: ChartLine, lines: readonly ChartLine[], { scenario }: Run, lang: Language): string {
  const alone = lines.filter((l) => l.vendor === line.vendor).length === 1;
  const { short, name } = scenario.vendors[line.vendor];
  return alone ? (short ?? name)[lang] : line.label;
}

export function useTimeAxis(): TimeAxis {
  const { dates } = useRun().recording;
  const { width, left, right } = useGeometry();
  return useMemo(() => timeAxis(dates, left, width - right), [dates, left, width, right]);
}

/** Launches and dated events of the scenario, for the dotted lines. */
export function useMarkers(): Marker[] {
  const { scenario, recording } = useRun();
  const lang = useLanguage();
  return useMemo(() => {
    const tickOf = (day: string) => recording.dates.findIndex((d) => d >= day);
    const launches = Object.entries(scenario.vendors).flatMap(([v, vendor]) =>
      Object.entries(vendor.products).flatMap(([p, product]) => {
        const tick = product.launch && product.launch !== "never" ? tickOf(product.launch) : -1;
        if (tick < 0) return [];
        const words = {
          name: productName(scenario, `${v}.${p}`, lang),
          at: price(blendedOf(product.price), lang),
          day: date(product.launch!, lang, true),
        };
        return [
          {
            tick,
            text:
              lang === "zh"
                ? `${words.day} ${words.name} 以 ${words.at} 入场`
                : `${words.day} ${words.name} enters at ${words.at}`,
          },
        ];
      }),
    );
    const noted = scenario.events.flatMap((event) =>
      event.kind !== "price" && event.note ? [{ tick: tickOf(event.date), text: event.note[lang] }] : [],
    );
    return [...launches, ...noted].filter((m) => m.tick >= 0);
  }, [scenario, recording, lang]);
}
