import type { Market, Model } from "../model/market.ts";
import { hasLastingUsers } from "../demand/demand-model.ts";
import { canFork, type Forks, forkOf, rowsSoFar, takeOver } from "./fork.ts";
import { openMarket } from "./open.ts";
import { computeCosts } from "./phases/costs.ts";
import { decide } from "./phases/decide.ts";
import { choose, use, wake } from "./phases/demand.ts";
import { applyEvents } from "./phases/events.ts";
import { exit } from "./phases/exit.ts";
import { learn } from "./phases/learn.ts";
import { settle } from "./phases/settle.ts";
import { announce } from "./phases/announce.ts";
import { recordSwitches } from "../recording/switches.ts";
import { newRecording, record, type Recording } from "../recording/recorder.ts";

/** One tick, in order. Each phase reads the model, changes the market, and is a file of its own. */
export const phases = [applyEvents, decide, announce, computeCosts, wake, choose, use, settle, learn, exit] as const;

/** One tick. `watch` looks at the market when all has happened and before the clock moves; it must not change it. */
export function tick(model: Model, market: Market, watch?: (market: Market) => void): void {
  for (const phase of phases) phase(model, market);
  watch?.(market);
  market.tick++;
  market.day += model.tickDays;
}

/**
 * The simulator. Yields after each tick, so that whoever drives it can show progress, or stop. `watch`
 * looks at the market as each tick ends; it must not change it. `steer` may: it has the market before
 * each tick, as nobody in it could. With `forks` a run that is alike an earlier one until some day begins there.
 */
export function* run(
  model: Model,
  watch?: (market: Market) => void,
  steer?: (market: Market) => void,
  forks?: Forks,
): Generator<number, Recording> {
  const fork = forks && !watch && !steer && canFork(model) ? forkOf(forks, model) : null;
  const { stand = null, keepAt = -1 } = fork ?? {};
  const market = stand?.market ?? openMarket(model);
  const recording = newRecording(model);
  if (stand) takeOver(recording, stand.recording);
  const switches = hasLastingUsers(model) ? recordSwitches(model, stand?.switches) : null;
  while (market.tick < model.ticks) {
    if (market.tick === keepAt)
      fork?.keep({ market, recording: rowsSoFar(recording, keepAt), switches: switches && switches.done() });
    steer?.(market);
    tick(model, market, () => {
      record(model, market, recording);
      switches?.add(market);
      watch?.(market);
    });
    yield market.tick / model.ticks;
  }
  return { ...recording, moves: market.moves, ...(switches && { switches: switches.done() }) };
}

/** Runs a compiled scenario to its end. */
export function simulateModel(model: Model): Recording {
  const ticks = run(model);
  for (;;) {
    const step = ticks.next();
    if (step.done) return step.value;
  }
}
