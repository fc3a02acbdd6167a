import { changed, dayNumber, inFull, inShort, isoDate, mapPrice, type Recording } from "../../engine/index.ts";
import { addCuts, type Cut, hold, removeCuts, type Session } from "./session.ts";

/** Price moves of one vendor and day: what a point on the event strip stands for. */
export interface Moves {
  readonly date: string;
  readonly products: readonly string[];
}

/** Where a point goes: to another day, its prices multiplied; 0 makes them free. */
export interface Shift {
  readonly days: number;
  readonly factor: number;
}

type Recorded = Pick<Recording, "dates" | "productIds" | "moves">;

/** Every move of some products in a run, as cuts. */
export const recordedCuts = ({ dates, productIds, moves }: Recorded, products: readonly string[]): Cut[] =>
  moves
    .filter((m) => products.includes(productIds[m.product]))
    .map(({ tick, product, to }) => ({ date: dates[tick], product: productIds[product], ...to }));

const isLoose = (s: Session, product: string, date: string): boolean =>
  s.cuts.some((c) => c.product === product && c.date === date);

/**
 * Makes moves one's own. Those set by hand already are; of a product the model or the scenario decided for, the whole
 * price path is taken over as it was, so that nothing else about it changes.
 */
export function takeOver(s: Session, r: Recorded, { date, products }: Moves): Session {
  const foreign = products.filter((p) => !isLoose(s, p, date));
  if (foreign.length === 0) return s;
  const own = s.cuts.filter((c) => foreign.includes(c.product));
  return hold(s, foreign, [...recordedCuts(r, foreign), ...own]);
}

export function shiftMoves(s: Session, r: Recorded, moves: Moves, shift: Shift): Session {
  const mine = takeOver(s, r, moves);
  const moved = cutsOf(mine, moves);
  return addCuts(
    removeCuts(mine, moved),
    moved.map((cut) => shifted(cut, shift, r)),
  );
}

/** The same moves once more on another day; the first stay where they are. */
export function copyMoves(s: Session, r: Recorded, { date, products }: Moves, shift: Shift): Session {
  const originals = recordedCuts(r, products).filter((c) => c.date === date);
  return addCuts(
    s,
    originals.map((cut) => shifted(cut, shift, r)),
  );
}

export function deleteMoves(s: Session, r: Recorded, moves: Moves): Session {
  const mine = takeOver(s, r, moves);
  return removeCuts(mine, cutsOf(mine, moves));
}

/** Puts one product's move on another day or at another price. */
export function putMove(
  s: Session,
  r: Recorded,
  old: { readonly date: string; readonly product: string },
  cut: Cut,
): Session {
  const mine = takeOver(s, r, { date: old.date, products: [old.product] });
  return addCuts(removeCuts(mine, [{ ...cut, date: old.date, product: old.product }]), [cut]);
}

const cutsOf = (s: Session, { date, products }: Moves): Cut[] =>
  s.cuts.filter((c) => c.date === date && products.includes(c.product));

function shifted(cut: Cut, { days, factor }: Shift, { dates }: Recorded): Cut {
  const [first, last] = [dayNumber(dates[0]), dayNumber(dates[dates.length - 1])];
  const day = Math.max(first, Math.min(last, dayNumber(cut.date) + days));
  const { product, date: _, ...price } = cut;
  return { date: isoDate(day), product, ...mapPrice(price, (x) => posted(x * factor)) };
}

/** At another price of input; meters that are like it go along, in plain steps. */
export function atInput({ date, product, ...price }: Cut, input: number): Cut {
  const { output } = price;
  const moved = inShort(changed(inFull(price), { input, output }));
  return { date, product, ...mapPrice(moved, posted), input, output };
}

/** Price lists are read by people: three significant digits. */
export const posted = (x: number): number => Number(x.toPrecision(3));

/** A cut of a fifth of what a product costs on a day: where a new point starts. */
export function newCut(r: Recording, product: string, tick: number): Cut {
  const k = tick * r.productIds.length + r.productIds.indexOf(product);
  const [input, output] = [r.product.priceInput[k], r.product.priceOutput[k]];
  return { date: r.dates[tick], product, input: posted(input * 0.8), output: posted(output * 0.8) };
}
