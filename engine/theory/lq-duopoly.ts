/**
 * Dynamic Cournot duopoly with adjustment costs: price a0 - a1 (q1 + q2), each firm earns p q_i - gamma u_i^2 with u_i
 * = q_i(t+1) - q_i(t). The linear-quadratic Markov-perfect equilibrium by coupled Riccati iteration (Judd 1996; as
 * solved in QuantEcon's “Markov perfect equilibrium”).
 */
interface LqDuopoly {
  readonly a0: number;
  readonly a1: number;
  readonly beta: number;
  readonly gamma: number;
}

type Vector = readonly [number, number, number];
/** A symmetric 3 x 3 form over the state (1, q_i, q_j). */
type Form = readonly (readonly number[])[];

/** Feedback rule of firm i on (1, own q, rival's q): u_i = -F . (1, q_i, q_j). By symmetry it is both firms'. */
export function lqDuopoly({ a0, a1, beta, gamma }: LqDuopoly, tolerance = 1e-15) {
  const reward: Form = [
    [0, a0 / 2, 0],
    [a0 / 2, -a1, -a1 / 2],
    [0, -a1 / 2, 0],
  ];
  let value: Form = [0, 1, 2].map(() => [0, 0, 0]);
  let rule: Vector = [0, 0, 0];
  for (let step = 0; step < 20_000; step++) {
    const rival: Vector = [-rule[0], -rule[2], -rule[1]]; // the rival's u on (1, q_i, q_j)
    const drift = [
      [1, 0, 0],
      [0, 1, 0],
      [rival[0], rival[1], 1 + rival[2]],
    ];
    // max over u of -gamma u^2 + beta (A x + B u)' P (A x + B u), B = (0, 1, 0)
    const pa = multiply(value, drift);
    const weight = gamma - beta * value[1][1];
    const next: Vector = [0, 1, 2].map((k) => (-beta * pa[1][k]) / weight) as unknown as Vector;
    const closed = drift.map((row, r) => row.map((x, c) => x - (r === 1 ? next[c] : 0)));
    const carried = multiply(transpose(closed), multiply(value, closed));
    value = reward.map((row, r) => row.map((x, c) => x + beta * carried[r][c] - gamma * next[r] * next[c]));
    const change = Math.max(...next.map((x, k) => Math.abs(x - rule[k])));
    rule = next;
    if (step > 1 && change < tolerance) break; // the first rule, of a worthless future, is to stand still
  }
  const steady = -rule[0] / (rule[1] + rule[2]);
  return { rule, steady, price: a0 - 2 * a1 * steady, staticQuantity: a0 / (3 * a1) };
}

const multiply = (a: Form, b: Form): number[][] =>
  a.map((row) => [0, 1, 2].map((c) => row[0] * b[0][c] + row[1] * b[1][c] + row[2] * b[2][c]));
const transpose = (a: Form): number[][] => [0, 1, 2].map((c) => a.map((row) => row[c]));
