import type { Recording, Scenario } from "../../engine/index.ts";
import type { Runner } from "../../workers/runner.ts";
import { canControl, controlled } from "./controlled.ts";
import { onDaysOf } from "./preview.ts";
import { shareErrors } from "./preview-error.ts";

/** A run with what was run. */
interface Ran {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly recording: Recording;
}

/** What of a scenario is run for a preview. */
interface Asked {
  readonly of: Scenario;
  readonly seed: string;
  readonly scenario: Scenario;
}

/** A small run, done or under way. */
interface Small extends Asked {
  readonly recording: Promise<Recording>; // laid out on the days of the whole one
}

/** A preview, and how far at most a share in it may be from the whole run's, where there is one to hold it against. */
interface Previewed {
  readonly recording: Recording;
  readonly error?: number;
}

const inSizeOf = (scenario: Scenario, { demand, clock }: Scenario): Scenario =>
  ({
    ...scenario,
    clock: { ...scenario.clock, tickDays: clock.tickDays },
    demand: { ...scenario.demand, agents: demand.agents },
  }) as Scenario;

const isSameSize = (a: Scenario, b: Scenario): boolean =>
  a.demand.agents === b.demand.agents && a.clock.tickDays === b.clock.tickDays;

/** The last whole run, and a small one of the same: previews are held against both. */
export function controls(pool: Pick<Runner, "run">) {
  let whole: Ran | null = null;
  let kept: Small | null = null; // of the whole run
  let latest: Small | null = null; // of the last preview: where that stays, the next whole run is of the same

  function started({ of, seed, scenario }: Asked, running: Promise<Recording>): Small {
    const recording = running.then((r) => onDaysOf(of, { scenario, recording: r }).recording);
    recording.catch(() => {}); // whoever waits for it hears of it
    return { of, seed, scenario, recording };
  }

  function smallOf({ scenario: of, seed }: Ran, size: Scenario): Small {
    const there = [kept, latest].find((x) => x?.of === of && x.seed === seed && isSameSize(x.scenario, size));
    const scenario = inSizeOf(of, size);
    return (kept = there ?? started({ of, seed, scenario }, pool.run({ scenario, seed })));
  }

  return {
    /** A whole run was made; `size`: as much of it as a preview would run. */
    keep(ran: Ran, size: Scenario): void {
      whole = ran;
      if (size !== ran.scenario) smallOf(ran, size);
    },
    /** What the whole run would be of which a small one is under way, as far as that is known. */
    async against(asked: Asked, running: Promise<Recording>): Promise<Previewed> {
      const base = whole?.seed === asked.seed ? whole.recording : null;
      const control = whole?.seed === asked.seed ? smallOf(whole, asked.scenario) : null;
      latest = started(asked, running);
      const changed = await latest.recording;
      const small = await control?.recording.catch(() => null);
      if (!base || !small || !canControl(base, changed)) return { recording: changed };
      const three = { whole: base, small, changed };
      return { recording: controlled(three), error: Math.max(...shareErrors(three)) };
    },
  };
}
