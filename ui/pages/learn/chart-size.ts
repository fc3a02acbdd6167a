const NARROW = 560;

/** Room of a lesson's chart for a width: on a phone lower, with narrower margins [px]. */
export const chartSize = (width: number) =>
  width < NARROW ? { width, height: 260, left: 34, right: 84 } : { width, height: 340, left: 46, right: 150 };
