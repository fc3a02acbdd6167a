/** What investors look at. */
export interface FundingState {
  revenue: number; // smoothed over a quarter [money/week]
  growth: number; // of it, smoothed [ln/year]
  burn: number; // cash spent beyond income, smoothed [money/week]
  lost: number; // cumulative [money]
  raised: number; // so far [money]
}

/** What a vendor last published of its money: all an outsider can know of how long it lasts. */
export interface Accounts {
  day: number; // of publication, since the start
  money: number; // cash and what a parent has promised [money]; Infinity: a purse that never empties
  burn: number; // net spending over the quarter before, new capital apart [money/week]
  raised: number; // capital raised by then [money]
}

/**
 * GPUs leased ahead of demand. An order takes weeks to arrive, so a vendor plans for the growth it has seen; too few
 * turn requests away, too many idle and still cost.
 */
export interface Fleet {
  gpus: number;
  orders: { readonly day: number; readonly gpus: number }[];
  need: number; // GPUs that this tick's demand would keep busy at full load
  growth: number; // of need, smoothed [ln/week]
  utilisation: number; // need served over gpus
  target: number | null; // GPUs an event has fixed; null: as the plan foresees
}

/** An advance of one vendor that the others are still learning (from papers, open weights, people who move). */
export interface Spillover {
  /** Vendor. */
  readonly source: number;
  remaining: number; // of ln throughput still to be learnt
  /** Mean time it takes. */
  readonly weeks: number;
}

/** What a vendor's research looks back on. */
export interface ResearchState {
  base: number; // budget at a margin of 0 and no uncertainty [money/week]: the plan's until an event changes it
  reference: number; // spend that makes the plan's improvements a year [money/week]
  spend: number; // this tick [money/week]
  margin: number; // gross margin, smoothed over a year
  variance: number; // of the margin around it
  lift: number; // ln g gained so far
}
