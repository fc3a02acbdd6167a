/** What a drawn line says beside what the run gave: where it turns, which way it goes, at what level it ends. */
interface Shape {
  readonly verdict: Verdict;
  /** Point where the run turns and the line does not, or turns otherwise. */
  readonly turn: number | null;
  readonly late: number; // points by which the line turns later than the run; negative: earlier
}

/**
 * - right: as the run goes, at its level
 * - level: the right shape, too high or too low all along
 * - late: the right turns, at another time
 * - mirrored: up where the run goes down
 * - flat: nothing happens
 * - straight: the ends are right, what happens between is not there
 * - other: none of these
 */
export type Verdict = "right" | "level" | "late" | "mirrored" | "flat" | "straight" | "other";

const CLOSE = 0.07; // of the chart's height: mean distance of a line that is right
const STILL = 0.08; // a move smaller than this is none
const ALIKE = 0.8; // correlation of lines of one shape

export function shapeOf(
  drawn: readonly number[],
  truth: readonly number[],
  start: number,
  [low, high]: readonly [number, number],
): Shape {
  const height = high - low;
  const [line, run] = [drawn, truth].map((xs) => [start, ...xs].map((x) => (x - start) / height));
  const [mine, its] = [turnsOf(line), turnsOf(run)];
  const lag = mine.length > 0 && its.length > 0 ? mine[0] - its[0] : 0;
  const missed = its.find((t) => !mine.some((m) => Math.abs(m - t) <= 1)) ?? null;
  const shape = (verdict: Verdict): Shape => ({ verdict, turn: missed === null ? null : missed - 1, late: lag });
  const span = (xs: readonly number[]) => Math.max(...xs) - Math.min(...xs);
  if (distance(line, run) < CLOSE && missed === null) return shape("right");
  if (span(line) < STILL) return shape(span(run) < STILL ? "level" : "flat");
  if (span(run) < STILL) return shape("other");
  const [first, shifted] = [alike(line, run), best(line, run)];
  if (first < -0.5 && Math.sign(line.at(-1)!) === -Math.sign(run.at(-1)!)) return shape("mirrored");
  if (mine.length === 0 && its.length > 0) return shape("straight");
  if (first >= ALIKE && missed === null) return shape("level");
  if (shifted.at !== 0 && shifted.alike >= ALIKE) return { ...shape("late"), late: shifted.at };
  return shape(first >= ALIKE ? "level" : "other");
}

/** Points where a line changes its way by more than a trifle. */
function turnsOf(xs: readonly number[]): number[] {
  const turns: number[] = [];
  let [way, edge] = [0, 0]; // which way it goes, where it went farthest
  for (let k = 1; k < xs.length; k++) {
    const step = xs[k] - xs[edge];
    if (way === 0 ? Math.abs(step) >= STILL : step * way > 0) {
      way = way === 0 ? Math.sign(step) : way;
      edge = k;
    } else if (way !== 0 && -step * way >= STILL) {
      turns.push(edge);
      [way, edge] = [-way, k];
    }
  }
  return turns;
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, k) => sum + Math.abs(x - b[k]), 0) / a.length;

/** Correlation of two lines; 0 where one does not move. */
function alike(a: readonly number[], b: readonly number[]): number {
  const centred = (xs: readonly number[]) => {
    const mean = xs.reduce((x, y) => x + y, 0) / xs.length;
    return xs.map((x) => x - mean);
  };
  const [x, y] = [centred(a), centred(b)];
  const dot = (p: readonly number[], q: readonly number[]) => p.reduce((sum, v, k) => sum + v * q[k], 0);
  const size = Math.sqrt(dot(x, x) * dot(y, y));
  return size === 0 ? 0 : dot(x, y) / size;
}

/** By how many points a line has to be brought forward to be most like the run. */
function best(line: readonly number[], run: readonly number[]): { readonly at: number; readonly alike: number } {
  const most = Math.floor(run.length / 2);
  const tries = Array.from({ length: 2 * most + 1 }, (_, k) => k - most).map((at) => {
    const [a, b] = at >= 0 ? [line.slice(at), run.slice(0, run.length - at)] : [line.slice(0, at), run.slice(-at)];
    return { at, alike: alike(a, b) };
  });
  return tries.reduce((x, y) => (y.alike > x.alike + 1e-9 ? y : x));
}
