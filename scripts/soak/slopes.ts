/** What was held at a time. */
export interface Sample {
  readonly minutes: number;
  readonly [what: string]: number;
}

const WARM = 1 / 3; // of the time: caches fill, code is compiled

/** By what each measure grows in an hour, by least squares over what follows the warming up, and between which ends. */
export function slopes(samples: readonly Sample[]): string {
  const settled = samples.slice(Math.floor(samples.length * WARM));
  if (settled.length < 3) return "too few samples";
  const names = Object.keys(settled[0]).filter((name) => name !== "minutes");
  return names
    .map((name) => {
      const values = settled.map((sample) => sample[name]);
      const ends = `from ${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;
      return `${name}: ${(60 * slope(settled, name)).toFixed(2)} an hour, ${ends}`;
    })
    .join("\n");
}

function slope(samples: readonly Sample[], name: string): number {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, s) => sum + of(s), 0) / samples.length;
  const [t, y] = [mean((s) => s.minutes), mean((s) => s[name])];
  return mean((s) => (s.minutes - t) * (s[name] - y)) / mean((s) => (s.minutes - t) ** 2);
}
