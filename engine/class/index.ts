/**
 * Classes: many people play one game, in one market or in several at once. A log of events and pure functions over it;
 * a server carries it, and anything else could.
 */
export * from "./plan.ts";
export type * from "./events.ts";
export * from "./state.ts";
export * from "./admit.ts";
export { actingLevers, NAME_LENGTH } from "./clean.ts";
export * from "./digest.ts";
export { botDecisions } from "./bot.ts";
export * from "./view.ts";
export * from "./protocol.ts";
export { decisionRows, type DecisionRow } from "./rows.ts";
