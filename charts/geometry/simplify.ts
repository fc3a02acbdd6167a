export type Point = readonly [x: number, y: number]; // [px]

const UNSEEN_PX = 0.2; // no eye sees a line of two pixels lie so little aside

/**
 * Leaves out points that the line between their neighbours passes closer than an eye can see: half of a noisy series,
 * nearly all of a smooth one. Points come from left to right. A point stays when no line from the last one that stayed
 * passes all points since closely enough.
 */
export function simplify(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const kept = [points[0]];
  let [x0, y0] = points[0];
  let [low, high] = [-Infinity, Infinity]; // slopes from there that pass all since
  for (let k = 1; k < points.length; k++) {
    const [x, y] = points[k];
    const slope = (y - y0) / (x - x0);
    if (slope < low || slope > high) {
      kept.push(points[k - 1]);
      [x0, y0] = points[k - 1];
      [low, high] = [-Infinity, Infinity];
    }
    low = Math.max(low, (y - UNSEEN_PX - y0) / (x - x0));
    high = Math.min(high, (y + UNSEEN_PX - y0) / (x - x0));
  }
  kept.push(points[points.length - 1]);
  return kept;
}
