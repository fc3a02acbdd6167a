import { useMemo, useRef, useState } from "react";
import type { ChartLine } from "../../../charts/data/chart-line.ts";
import { domainOf } from "../../../charts/geometry/value-axis.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import { measure as measureOf } from "../../../charts/data/measures.ts";
import { shownMeasures } from "../../../charts/data/series-paths.ts";
import { tickText, unitText } from "../../../charts/data/values.ts";
import { vendorName } from "../../../words/names.ts";
import { Picker } from "../../controls/picker.tsx";
import { Segments } from "../../controls/segments.tsx";
import { useSection } from "../../i18n/index.ts";
import { focus, useFocused, vendorIn } from "../../store/focus.ts";
import { useLanguage, useMode } from "../../store/preferences.ts";
import { TrendPanel } from "../../parts/trend-panel.tsx";
import { useWidth } from "../../parts/use-width.ts";
import { armLines, differenceLines, overlayLines, type Reading } from "./lines.ts";
import { differenceText, valueOf } from "./outcomes.ts";
import { namesIn, type Paired, vendorsIn } from "../../parts/paired.ts";
import { compare } from "./words.ts";
import { type Language, outputOf, union } from "../../../engine/index.ts";
import { COLON, SEMICOLON } from "../../../words/punctuation.ts";

type View = "multiples" | "overlay" | "differences";
const VIEWS = ["multiples", "overlay", "differences"] as const;
const GAP = 28; // px between columns
const LEAST_COLUMN = 560;

/** Puts a series in focus, here and on every page. */
function ask(name: string, vendor: string | null, when: string): void {
  const entity = measureOf(name).entity as "market" | "vendor";
  if (entity === "vendor" && vendor === null) return;
  focus.set(outputOf({ entity, id: entity === "market" ? "" : vendor!, name, when }));
}

/** Any series of the market or of vendors, scenario by scenario: side by side, in one picture, or less A. */
export function OverTime({ paired }: { readonly paired: Paired }) {
  const say = useSection(compare);
  const lang = useLanguage();
  const asked = useFocused();
  const [view, setView] = useState<View>(asked ? "overlay" : "multiples");
  const shown = asked && shownMeasures().find((m) => m.entity === asked.entity && m.id === asked.name);
  const [own, setOwn] = useState("tokenShare");
  const id = shown?.id ?? own;
  const vendor = vendorIn(asked);
  const measure = useMemo(() => measureOf(id), [id]);
  const names = namesIn(paired);
  const vendors = union(paired.arms.map(vendorsIn));
  const chosen = vendor !== null && vendors.includes(vendor) ? vendor : vendors[0];
  return (
    <section className="page-section" aria-labelledby="over-time-title">
      <header className="section-head">
        <h2 id="over-time-title">{say("overTime")}</h2>
        <Segments<View>
          label={say("view")}
          options={VIEWS.map((v) => ({ id: v, text: say(v) }))}
          value={view}
          onChange={setView}
        />
        <span className="spacer" />
        <Picker
          label={say("measure")}
          options={shownMeasures().map((m) => ({ id: m.id, text: say(m.label) }))}
          value={id}
          onChange={(next) => (setOwn(next), asked && shown && ask(next, vendor, asked.when))}
        />
        {view === "overlay" && measure.entity === "vendor" && (
          <Picker
            label={say("vendor")}
            options={vendors.map((v) => ({ id: v, text: vendorName(names, v, lang) }))}
            value={chosen}
            onChange={(v) => ask(id, v, asked?.when ?? "")}
          />
        )}
      </header>
      <Panels paired={paired} measure={measure} view={view} vendor={chosen} />
    </section>
  );
}

interface PanelsProps {
  readonly paired: Paired;
  readonly measure: Measure;
  readonly view: View;
  readonly vendor: string;
}

interface Drawn {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly dates: readonly string[];
}

function Panels({ paired, measure, view, vendor }: PanelsProps) {
  const say = useSection(compare);
  const lang = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const whole = useWidth(place);
  const panels = useDrawn({ paired, measure, view, vendor });
  const { currency } = paired.arms[0].scenario;
  const domain = useMemo(
    () =>
      domainOf(
        panels.flatMap((p) => p.lines),
        view === "differences" ? undefined : measure.clamp,
      ),
    [panels, measure, view],
  );
  const texts = useTexts(measure, view, currency);
  const columns = view !== "overlay" && panels.length > 1 && whole >= 2 * LEAST_COLUMN ? 2 : 1;
  const n = paired.runs[0].length;
  const unit = unitText({ measure, currency, lang });
  const note = [
    unit && say("unit", { unit }),
    view === "differences" ? say("bandIs", { n }) : n > 1 ? say("meanOf", { n }) : say("oneRun"),
  ]
    .filter(Boolean)
    .join(say(SEMICOLON));
  return (
    <div ref={place} className="trends" data-columns={columns}>
      <p className="note">{say("shown", { what: say(measure.description), note })}</p>
      {panels.map(({ id, title, lines, dates }) =>
        lines.length === 0 ? (
          <p key={id}>
            <b>{title}</b>
            {say(COLON)}
            {say("same")}
          </p>
        ) : (
          <TrendPanel
            key={id}
            title={title}
            lines={lines}
            dates={dates}
            domain={domain}
            width={Math.floor((whole - (columns - 1) * GAP) / columns)}
            height={view === "overlay" ? 320 : 210}
            percent={measure.format === "share"}
            unit={unit}
            {...texts}
          />
        ),
      )}
    </div>
  );
}

/** How panels say their values: as they are, or less those of A. */
function useTexts(measure: Measure, view: View, currency: string) {
  const lang = useLanguage();
  return useMemo(() => {
    const difference = (x: number) => differenceText(x, measure, currency, lang);
    const changeText = ({ baseline, values }: ChartLine, t: number) =>
      baseline ? difference(values[t] - baseline[t]).replace(/ .*$/, "") : "";
    if (view === "differences")
      return { valueText: difference, tickText: (x: number) => differenceTick(x, measure, currency, lang) };
    return {
      valueText: (x: number) => valueOf(x, measure, currency, lang),
      tickText: (x: number, top: boolean) => tickText(x, top, { measure, currency, lang }),
      changeText: view === "multiples" && measure.format === "share" ? changeText : undefined,
    };
  }, [view, measure, currency, lang]);
}

function useDrawn({ paired, measure, view, vendor }: PanelsProps): Drawn[] {
  const say = useSection(compare);
  const [lang, mode] = [useLanguage(), useMode()];
  return useMemo(() => {
    const reading: Reading = { paired, measure, lang, mode };
    const { arms, runs } = paired;
    if (view === "overlay") {
      const title =
        measure.entity === "market"
          ? say(measure.label)
          : `${vendorName(namesIn(paired), vendor, lang)} · ${say(measure.label)}`;
      return [{ id: "overlay", title, lines: overlayLines(vendor, reading), dates: runs[0][0].dates }];
    }
    if (view === "multiples")
      return arms.map(({ id, letter, name }, k) => ({
        id,
        title: `${letter} ${name}`,
        lines: armLines(k, reading),
        dates: runs[k][0].dates,
      }));
    return arms.flatMap(({ id, letter, name }, k) =>
      k > 0
        ? [
            {
              id,
              title: `${say("lessA", { letter })} · ${name}`,
              lines: differenceLines(k, reading),
              dates: runs[0][0].dates,
            },
          ]
        : [],
    );
  }, [say, paired, measure, view, vendor, lang, mode]);
}

function differenceTick(x: number, measure: Measure, currency: string, lang: Language): string {
  if (x === 0) return "0";
  if (measure.format !== "share") return differenceText(x, measure, currency, lang);
  return `${x > 0 ? "+" : "\u2212"}${Number((100 * Math.abs(x)).toPrecision(3))}`;
}
