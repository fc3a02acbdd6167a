/**
 * Places labels near their wished heights, `pitch` apart, between `top` and `bottom`, in the order of the wishes:
 * the least-squares placement by pooling neighbours that collide (pool adjacent violators).
 */
export function dodge(wished: readonly number[], pitch: number, top: number, bottom: number): number[] {
  const order = wished.map((_, k) => k).toSorted((a, b) => wished[a] - wished[b] || a - b);
  // Subtracting the pitch turns "pitch apart" into "not decreasing".
  const blocks: { sum: number; count: number }[] = [];
  order.forEach((k, place) => {
    let block = { sum: wished[k] - place * pitch, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count };
      blocks.pop();
    }
    blocks.push(block);
  });
  // Of the first label, when all are packed at the foot.
  const highest = Math.max(top, bottom - (order.length - 1) * pitch);
  const out = Array.from({ length: wished.length }, () => 0);
  let place = 0;
  for (const { sum, count } of blocks) {
    const base = Math.min(highest, Math.max(top, sum / count));
    for (let i = 0; i < count; i++, place++) out[order[place]] = base + place * pitch;
  }
  return out;
}
