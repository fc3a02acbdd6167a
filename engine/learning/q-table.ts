/**
 * Tabular Q-learning (Watkins & Dayan 1992), with each state's greedy action kept up to date. Plain columns: a table is
 * saved and forked with the market it learns in.
 */
export interface QTable {
  readonly actions: number;
  readonly q: Float64Array; // state x action
  readonly greedy: Uint8Array; // by state: the action of highest q, the first of equals
  readonly best: Float64Array; // by state: that q
}

/** A table that starts in every state from the same action values. At most 256 actions. */
export function newQTable(states: number, initial: ArrayLike<number>): QTable {
  const actions = initial.length;
  const q = new Float64Array(states * actions);
  for (let s = 0; s < states; s++) q.set(initial, s * actions);
  let top = 0;
  for (let a = 1; a < actions; a++) if (initial[a] > initial[top]) top = a;
  return {
    actions,
    q,
    greedy: new Uint8Array(states).fill(top),
    best: new Float64Array(states).fill(initial[top]),
  };
}

/**
 * q(s, a) moves by `rate` towards `target`, reward + discount max q(next). True when the greedy action of s changed.
 */
export function learn(table: QTable, s: number, a: number, target: number, rate: number): boolean {
  const { actions, q, greedy, best } = table;
  const at = s * actions + a;
  const value = (1 - rate) * q[at] + rate * target;
  q[at] = value;
  if (a !== greedy[s]) {
    if (!(value > best[s])) return false;
    greedy[s] = a;
    best[s] = value;
    return true;
  }
  if (value >= best[s]) {
    best[s] = value;
    return false;
  }
  let top = 0;
  let base = s * actions;
  for (let b = 1; b < actions; b++) if (q[base + b] > q[base + top]) top = b;
  best[s] = q[base + top];
  greedy[s] = top;
  return top !== a;
}
