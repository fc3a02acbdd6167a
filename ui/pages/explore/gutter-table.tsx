import { type ChartLine, firstTick } from "../../../charts/data/chart-line.ts";
import type { GutterRow } from "../../../charts/geometry/plot.ts";
import type { Measure } from "../../../charts/data/measure.ts";
import { changeText, valueText } from "../../../charts/data/values.ts";
import { type Language, say } from "../../../engine/index.ts";
import { change, FREE, number, price } from "../../../words/format.ts";
import { useWords } from "../../i18n/index.ts";
import { useLanguage } from "../../store/preferences.ts";
import { focusOnVendor, useFocused, vendorIn } from "../../store/focus.ts";
import { hovered, useFocus, useTickShown } from "../../store/view.ts";
import { useRun } from "./chart-data.ts";
import { useGeometry } from "./geometry.ts";
import { Sign } from "../../controls/sign.tsx";

interface Props {
  readonly rows: readonly GutterRow[];
  readonly measure: Measure;
  readonly caption: string;
}

type Say = ReturnType<typeof useWords>;

/** Legend, readout and table in one: what each line is worth on the date under the cursor. */
export function GutterTable({ rows, measure, caption }: Props) {
  const say = useWords();
  const lang = useLanguage();
  const { scenario, recording } = useRun();
  const { width, right, changes } = useGeometry();
  const tick = useTickShown(recording.dates) ?? recording.dates.length - 1;
  const focus = useFocus();
  const context = { measure, currency: scenario.currency, lang };
  return (
    <table className="gutter" style={{ left: width - right + 20, width: right - 20 }}>
      <caption className="hidden">{caption}</caption>
      <thead className="hidden">
        <tr>
          <th scope="col">{say("explore.vendor")}</th>
          <th scope="col">{recording.dates[tick]}</th>
          {changes && <th scope="col">{say("explore.change")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            style={{ top: row.y - 7, color: row.ink.text }}
            data-dim={(focus && focus !== row.vendor) || undefined}
            data-front={(focus && focus === row.vendor) || undefined}
          >
            <th scope="row">
              <NameButton row={row} measure={measure} />
            </th>
            <td data-below={(measure.format === "share" && row.line && row.line.values[tick] < 0) || undefined}>
              {row.free ? freeValue(row.free, tick, lang) : row.line ? valueText(row.line.values[tick], context) : ""}
            </td>
            {changes && (
              <td>
                {row.free ? freeBefore(row.free.was, say, lang) : row.line ? changed(row.line, tick, context, say) : ""}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A click asks about the vendor: in the series of its panel, if that is one of vendors. */
function NameButton({ row, measure }: { readonly row: GutterRow; readonly measure: Measure }) {
  const asked = vendorIn(useFocused());
  const over = (vendor: string | null) => hovered.set(vendor);
  if (row.vendor === "") return <span>{row.label}</span>;
  return (
    <button
      type="button"
      title={row.title}
      aria-pressed={asked === row.vendor}
      onClick={() => focusOnVendor(row.vendor, measure.entity === "vendor" ? measure.id : undefined)}
      onPointerEnter={() => over(row.vendor)}
      onPointerLeave={() => over(null)}
      onFocus={() => over(row.vendor)}
      onBlur={() => over(null)}
    >
      <Sign ink={row.ink} />
      <span>{row.label}</span>
    </button>
  );
}

const freeValue = ({ spans }: NonNullable<GutterRow["free"]>, tick: number, lang: Language) =>
  spans.some(({ from, to }) => tick >= from && tick <= to) ? say(FREE, lang) : "–";
const freeBefore = (was: number, say: Say, lang: Language) =>
  Number.isFinite(was) ? say("explore.was", { price: was < 1 ? number(was, 2) : price(was, lang) }) : "";

type Context = Parameters<typeof valueText>[1];

/** Against the baseline where there is one that differs; prices against their own start. */
function changed(line: ChartLine, tick: number, context: Context, say: Say): string {
  const x = line.values[tick];
  if (comparedIn(context.measure) && differs(line)) return changeText(x, line.baseline[tick], context);
  const first = firstTick(line.values);
  if (first > 0) return say("explore.fresh");
  if (x === line.values[first]) return say("explore.held");
  return context.measure.format === "share"
    ? changeText(x, line.values[first], context)
    : line.values[first] > 0
      ? change(x / line.values[first] - 1)
      : "";
}

const comparedIn = (measure: Measure): boolean => measure.group !== "price"; // a price is told by how far it fell
const differs = (line: ChartLine): line is ChartLine & { readonly baseline: Float64Array } =>
  line.baseline !== undefined;

/** Whether the gutter's last column holds the run against its baseline. */
export const isCompared = (lines: readonly ChartLine[], measure: Measure): boolean =>
  comparedIn(measure) && lines.some(differs);
