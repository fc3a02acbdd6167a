/** Six significant digits; null for what does not exist. */
export const round6 = (x: number): number | null => (Number.isFinite(x) ? Number(x.toPrecision(6)) : null);
