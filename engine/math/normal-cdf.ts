import { exp } from "./elementary.ts";

const SQRT_2PI = 2.5066282746310002;

// Hart (1968), algorithm 5666, as given by West (2005), “Better approximations to cumulative normal functions”,
// Wilmott.
const TOP = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const BOTTOM = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/** The standard normal distribution function, to about 1e-15. */
export function normalCdf(x: number): number {
  const z = Math.abs(x);
  if (z > 37) return x > 0 ? 1 : 0;
  const tail = exp((-z * z) / 2) * (z < 7.07106781186547 ? centre(z) : fraction(z));
  return x > 0 ? 1 - tail : tail;
}

function centre(z: number): number {
  let top = 0;
  let bottom = 0;
  for (const c of TOP) top = top * z + c;
  for (const c of BOTTOM) bottom = bottom * z + c;
  return top / bottom;
}

const fraction = (z: number): number => 1 / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / SQRT_2PI;

export const normalDensity = (x: number): number => exp((-x * x) / 2) / SQRT_2PI;
