const NEAR = 0.012; // prices within 1.2 % count as one
const GAUGE = 2.2; // px between lines that run together

/**
 * Pixels to shift each step line by, so that lines of one price run side by side like metro lines instead of hiding
 * each other. Rows are lines, columns ticks; constant between price changes.
 */
export function metroOffsets(lines: readonly Float64Array[]): Float64Array[] {
  const ticks = lines[0]?.length ?? 0;
  const out = lines.map(() => new Float64Array(ticks));
  let offsets = lines.map(() => 0);
  for (let t = 0; t < ticks; t++) {
    if (t === 0 || lines.some((values) => !Object.is(values[t], values[t - 1]))) offsets = offsetsAt(lines, t);
    for (let k = 0; k < lines.length; k++) out[k][t] = offsets[k];
  }
  return out;
}

function offsetsAt(lines: readonly Float64Array[], t: number): number[] {
  const order = lines.map((_, k) => k).filter((k) => lines[k][t] > 0);
  order.sort((a, b) => lines[a][t] - lines[b][t] || a - b);
  const out = lines.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && lines[order[to]][t] <= lines[order[from]][t] * (1 + NEAR)) to++;
    for (let k = from; k < to; k++) out[order[k]] = -(k - from - (to - from - 1) / 2) * GAUGE;
    from = to;
  }
  return out;
}
