/** Edit distance: insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 1; j <= b.length; j++) rows[0][j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const substitution = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(substitution, rows[i - 1][j] + 1, rows[i][j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}

/** The valid name nearest to a misspelt one; null when none is near enough to be meant. */
export function nearest(name: string, valid: readonly string[]): string | null {
  const given = name.slice(0, 60).toLowerCase();
  const unqualified = valid.filter((candidate) => candidate.endsWith(`.${given}`));
  if (unqualified.length === 1) return unqualified[0];
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(given.length * 0.4)) + 1;
  for (const candidate of valid) {
    const d = distance(given, candidate.toLowerCase());
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
}
