import type { Digest } from "./digest.ts";
import { armOf } from "./plan.ts";
import type { ClassState } from "./state.ts";
import { gameAt, quarterStart } from "../game/index.ts";

/** A decision as a row of a table. Money is the scenario's, prices are per million tokens. */
export interface DecisionRow {
  readonly market: number; // counted from 1
  readonly treatment: string; // empty where all markets are alike
  readonly round: number; // counted from 1
  readonly from: string; // the first day of the round's quarter
  readonly vendor: string;
  readonly team: string; // who sits there at the end
  readonly by: "team" | "bot" | "nobody"; // nobody: it changed nothing
  readonly decision: string; // as the log has it
  readonly currency: string;
  readonly price: number | ""; // mean list price of what the vendor sells, after the round
  readonly share: number; // of tokens, at the round's end [0-1]
  readonly profit: number; // of the round [money]
}

/** One row a seat and round, of all markets. */
export function decisionRows(state: ClassState, digests: readonly Digest[]): DecisionRow[] {
  return state.markets.flatMap(({ session, botRounds }, market) => {
    const { id, scenario } = armOf(state.plan, market);
    return gameAt(session).rounds.flatMap((round, k) =>
      session.setup.seats.map(({ vendor }): DecisionRow => {
        const { price, share, profit } = digests[market].course[vendor];
        const people = Object.values(state.players).filter((p) => p.at.market === market && p.at.vendor === vendor);
        return {
          market: market + 1,
          treatment: state.plan.arms.length > 1 ? id : "",
          round: k + 1,
          from: quarterStart(scenario, k),
          vendor,
          team: people.map((p) => p.name).join(", "),
          by: botRounds[k].includes(vendor) ? "bot" : round[vendor] ? "team" : "nobody",
          decision: JSON.stringify(round[vendor] ?? {}),
          currency: scenario.currency,
          price: price[k + 1] ?? "",
          share: share[k],
          profit: profit[k],
        };
      }),
    );
  });
}
