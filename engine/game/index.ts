/**
 * Games: people play vendors of a scenario, a quarter at a time. A door of its own, next to the engine's: who only
 * simulates does not pay for it.
 */
export * from "./game.ts";
export * from "./session.ts";
export { gameScenario } from "./scenario.ts";
export { gameFile, readGame, soundness } from "./file.ts";
export { choicesOf, playable } from "./seats.ts";
export { gameEnd, quarterStart, quarterTicks } from "./calendar.ts";
export { isEmpty } from "./decisions.ts";
export { allowanceOn } from "./free-use.ts";
export {
  type Accounts,
  accountsOf,
  isAlive,
  profitOver,
  type Rank,
  ranking,
  resultByWeek,
  scoreOf,
} from "./accounts.ts";
export { marketReport, type News, type ProductRow, type VendorRow } from "./report.ts";
export { toldOnce } from "./told.ts";
export { type ProductStanding, type Standing, standingOf } from "./standing.ts";
export {
  asPlayed,
  type Made,
  type Outcome,
  outcomeOf,
  outputsOf,
  pricedAt,
  searchDimensions,
  type SeatMove,
  seatMoves,
  unpriced,
  withoutMove,
} from "./debrief.ts";
