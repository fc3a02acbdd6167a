import { readDate } from "../scenario/read-date.ts";
import type { Series } from "../scenario/scenario.ts";
import { type Issue, pathOfTime } from "./formula-values.ts";
import { isRecord, readRecord } from "./leaf.ts";
import type { Context } from "./context.ts";
import { type Field, toNumber } from "./quantity.ts";

/** A number for all time, a formula of time, or dated points. */
export function readSeries(
  raw: unknown,
  field: Field & { readonly context: Context },
  issue: Issue,
  own?: string,
): Series | undefined {
  const { unit, bounds, context } = field;
  const noted = { unit, context };
  if (typeof raw === "string" && raw.trim().startsWith("=")) {
    const { clock: span, parameters: scope } = context;
    if (!span) return undefined; // the clock's own errors are reported already
    const path = pathOfTime(raw, { scope, span, bounds, issue });
    return path === null ? toNumber(raw, field, issue) : path;
  }
  if (!Array.isArray(raw)) return toNumber(raw, field, issue, own);
  if (raw.length === 0) issue({ en: "a path needs at least one dated point", zh: "路径至少要有一个带日期的点" });
  const points = raw.map((point, k) => {
    const here: Issue = (text, path = []) => issue(text, [k, ...path]);
    const date = isRecord(point) ? readDate(point.date) : null;
    if (!isRecord(point) || date === null) {
      here({ en: "expected {date: YYYY-MM-DD, value: ...}", zh: "应写作 {date: YYYY-MM-DD, value: ……}" });
      return undefined;
    }
    const value = readRecord(point, noted, (x, report, u) => toNumber(x, field, report, u), here);
    return value === undefined ? undefined : { date, value };
  });
  if (points.length === 0 || points.some((p) => p === undefined)) return undefined;
  const known = points as { date: string; value: number }[];
  const late = known.findIndex((p, k) => k > 0 && p.date <= known[k - 1].date);
  if (late > 0) issue({ en: "dates must increase", zh: "日期必须递增" }, [late, "date"]);
  return { at: known.map((p) => p.date), value: known.map((p) => p.value) };
}
