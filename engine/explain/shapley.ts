/**
 * Exact Shapley values (Shapley 1953) of a game of n players: the mean, over all orders, of what a player adds when
 * it joins. `worth[S]` is the worth of the coalition whose members are the set bits of S; 2^n entries. The values add
 * up to worth(all) - worth(nobody).
 * @throws RangeError where the table is not of length 2^n.
 */
export function shapley(worth: ArrayLike<number>): number[] {
  let n = 0;
  while (2 ** n < worth.length) n++;
  if (worth.length !== 2 ** n) throw new RangeError(`worths of ${worth.length} coalitions: expected a power of two`);
  const weights = orderWeights(n);
  return Array.from({ length: n }, (_, player) => {
    let value = 0;
    for (let s = 0; s < worth.length; s++) {
      if (s & (1 << player)) continue;
      value += weights[members(s)] * (worth[s | (1 << player)] - worth[s]);
    }
    return value;
  });
}

/** Share of orders in which a given set of s others, and no one else, comes first: s! (n-1-s)! / n!. */
function orderWeights(n: number): number[] {
  const weights = [1 / n];
  for (let s = 1; s < n; s++) weights.push((weights[s - 1] * s) / (n - s));
  return weights;
}

function members(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
