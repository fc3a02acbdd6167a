/**
 * The third door of the engine: what it is held against. Published results with their checkers, the games and closed
 * forms that they are about, and pricing algorithms that learn. A run of a market needs none of it.
 */
export { checkers, validate, type ValidateOptions } from "./validation/index.ts";
export type { CaseFile, Checker, Row, Verdict } from "./validation/case.ts";
export { type PayoffTable, payoffTable } from "./learning/payoffs.ts";
export { CALVANO, type Learning } from "./learning/session.ts";
export { type Outcome, study, summarise, type Summary } from "./learning/study.ts";
