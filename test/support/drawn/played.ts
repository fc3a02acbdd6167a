import type { Scenario, Recording } from "../../../engine/index.ts";
import { logitDemand } from "../../../engine/equilibrium/logit.ts";
import { pricingGame } from "../../../engine/equilibrium/pricing-game.ts";
import {
  accountsOf,
  type Game,
  gameScenario,
  marketReport,
  playable,
  pricedAt,
  ranking,
  seatMoves,
  standingOf,
  toldOnce,
  withoutMove,
} from "../../../engine/game/index.ts";
import { payoffTable } from "../../../engine/learning/payoffs.ts";
import { study, summarise } from "../../../engine/learning/study.ts";
import { game, playOn, setup, small } from "../games.ts";

export function learning(): unknown {
  const duopoly = pricingGame(logitDemand({ appeal: [2, 2], mu: 0.25, outside: 0 }), [1, 1]);
  const table = payoffTable(duopoly, { points: 5, beyond: 0.1 });
  const trio = pricingGame(logitDemand({ appeal: [2, 2, 1.8], mu: 0.25, outside: 0 }), [1, 1, 0.9]);
  const three = payoffTable(trio, { points: 3, beyond: 0.2 });
  const rules = { alpha: 0.2, beta: 2e-3, delta: 0.9, stable: 400, most: 8000 };
  const outcomes = [
    ...[0, 1, 2].map((number) => finish(study(table, rules, { seed: 5, session: number }))),
    finish(study(three, { ...rules, beta: 4e-3 }, { seed: 7, session: 0 })),
  ];
  return [table, three, outcomes, summarise(outcomes.slice(0, 3))];
}

function finish<T>(work: Generator<number, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

export function games(): unknown {
  const base = small("china-2024");
  const ids = playable(base);
  const seats = ["zhipu", "alibaba"].map((vendor) => ({ vendor }));
  const [product] = Object.keys(base.vendors.zhipu.products);
  const rounds: Game["rounds"] = [
    { zhipu: { prices: { [product]: { input: 20, output: 40 } }, research: 5e6, credits: 3 }, alibaba: { gpus: 200 } },
    { zhipu: { free: { [product]: 2 } }, alibaba: {} },
    {},
  ];
  return (["easy", "fair", "hard"] as const).map((rivals) => {
    const played = game(rivals === "fair" ? rounds : rounds.slice(0, 1), setup({ seats, rivals }));
    const scenario: Scenario = gameScenario(base, played);
    const r: Recording = playOn(base, played);
    const quarters = played.rounds.map((_, q) => q);
    return [
      ids,
      quarters.map((q) => marketReport(scenario, r, q)),
      quarters.map((q) => toldOnce(marketReport(scenario, r, q).news)),
      marketReport(scenario, r, -1),
      seats.map(({ vendor }) => [
        quarters.map((q) => accountsOf(r, vendor, q)),
        standingOf(scenario, r, played, vendor),
      ]),
      (["profit", "share", "value"] as const).map((goal) =>
        ranking(r, ["zhipu", "alibaba", "minimax"], { goal, quarters: quarters.length }),
      ),
      seatMoves(played, "zhipu").map((move) => withoutMove(played, "zhipu", move)),
      pricedAt(
        base,
        played,
        "zhipu",
        quarters.map((q) => 0.2 + 0.3 * q),
      ),
    ];
  });
}
