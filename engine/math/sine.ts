const PI_HI = 3.1415926218032837; // the leading bits of pi, so that k * PI_HI is exact for |k| < 2^24
const PI_LO = 3.178650954705639e-8; // pi - PI_HI

/** sin x in plain arithmetic, for the reason given in elementary.ts; within a few ulp for |x| below a million. */
export function sine(x: number): number {
  const k = Math.round(x / Math.PI);
  const r = x - k * PI_HI - k * PI_LO; // |r| <= pi/2
  const square = r * r;
  let term = r;
  let sum = r;
  for (let n = 2; n <= 26; n += 2) {
    term *= -square / (n * (n + 1));
    sum += term;
  }
  return k % 2 === 0 ? sum : -sum;
}
