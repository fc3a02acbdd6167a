import { dearestFirst, type Lane, type LanePoint } from "../../../charts/data/lanes.ts";
import type { Run } from "../../../charts/data/lines-of.ts";
import { blendAs, type Meter } from "../../../engine/index.ts";
import { productsShown } from "../../../charts/data/products-shown.ts";
import { edit } from "../../store/app.ts";
import {
  copyMoves,
  deleteMoves,
  type Moves,
  newCut,
  recordedCuts,
  type Shift,
  shiftMoves,
  takeOver,
} from "../../store/edit-moves.ts";
import { addCuts, release, type Session } from "../../store/session.ts";

/** The products a point moves. A launch is no price move: it stays where the scenario puts it. */
export const movesOf = (point: LanePoint): Moves => ({
  date: point.date,
  products: point.moves.filter((m) => m.from !== null).map((m) => m.product),
});

export const isMovable = (point: LanePoint): boolean => movesOf(point).products.length > 0;

export const shiftPoint = (s: Session, run: Run, point: LanePoint, shift: Shift): Session =>
  shiftMoves(s, run.recording, movesOf(point), shift);

export const copyPoint = (s: Session, run: Run, point: LanePoint, shift: Shift): Session =>
  copyMoves(s, run.recording, movesOf(point), shift);

/** Adds a cut of the vendor's main model on a day. */
export function addPoint({ scenario, recording }: Run, vendor: string, tick: number): void {
  const product = [...productsShown(scenario, "main")].find((id) => id.startsWith(`${vendor}.`));
  if (product) edit((s) => addCuts(s, [newCut(recording, product, tick)]));
}

export const deletePoint = (run: Run, point: LanePoint): void =>
  edit((s) => deleteMoves(s, run.recording, movesOf(point)));

const COPY_DAYS = 28;
export const duplicatePoint = (run: Run, point: LanePoint): void =>
  edit((s) => copyPoint(s, run, point, { days: COPY_DAYS, factor: 1 }));

/** Pins a reaction where it is, or gives the point's products back to the model. */
export function pinOrRelease(run: Run, point: LanePoint): void {
  const moves = movesOf(point);
  edit((s) =>
    moves.products.every((p) => s.held.includes(p)) ? release(s, moves.products) : takeOver(s, run.recording, moves),
  );
}

/** Free: the factor that takes every price of the point to 0. */
export const FREE_FACTOR = 0;
const STEP = 0.05;

/** A depth of `steps` of five per cent: up is dearer, down cheaper, and the twentieth step down is free. */
export const factorOf = (steps: number): number => Math.max(FREE_FACTOR, 1 + STEP * steps);

/** Which lane and place a point has after an edit: the nearest of its vendor to a date. */
export function nearestPoint(lanes: readonly Lane[], vendor: string, date: string): LanePoint | undefined {
  const points = lanes.find((l) => l.vendor === vendor)?.points ?? [];
  const away = (p: LanePoint) => Math.abs(Date.parse(p.date) - Date.parse(date));
  return points.toSorted((a, b) => away(a) - away(b))[0];
}

/** The dearest product's price after a shift, for the label under the pointer. */
export function shiftedPrice(
  run: Run,
  point: LanePoint,
  factor: number,
): { from: number; to: number; meter: Meter } | null {
  const [dearest] = point.moves.filter((m) => m.from !== null).toSorted(dearestFirst);
  if (!dearest) return null;
  const cut = recordedCuts(run.recording, [dearest.product]).find((c) => c.date === point.date) ?? { ...dearest.to };
  const { meter } = dearest;
  return { from: blendAs(meter, dearest.from!), to: blendAs(meter, cut) * factor, meter };
}
