import { useEffect, useState } from "react";
import { type Game, gameScenario } from "../../../engine/game/index.ts";
import type { Recording, Scenario } from "../../../engine/index.ts";
import { libraryBase } from "../../store/bases.ts";
import { pool } from "../../store/pool.ts";

/** A game as the market has played it. */
export interface Played {
  readonly base: Scenario;
  readonly scenario: Scenario;
  readonly game: Game;
  readonly recording: Recording;
}

interface Running {
  readonly played: Played | null; // the last good one stays while the next is made
  readonly running: boolean;
  readonly failed: string | null;
  again(): void;
}

/**
 * The market up to where a game has come. Each time it runs from the start: that is quick, and no state can be lost.
 */
export function useRun(game: Game): Running {
  const [played, setPlayed] = useState<Played | null>(null);
  const [failure, setFailure] = useState<{
    readonly key: string;
    readonly attempt: number;
    readonly why: string;
  } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(game);
  useEffect(() => {
    const control = new AbortController();
    const now = JSON.parse(key) as Game;
    const go = async () => {
      const { scenario: base } = await libraryBase(now.setup.base);
      const scenario = gameScenario(base, now);
      const recording = await pool.run({ scenario, seed: now.setup.seed }, { signal: control.signal });
      if (!control.signal.aborted) setPlayed({ base, scenario, game: now, recording });
    };
    go().catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      if (!control.signal.aborted) setFailure({ key, attempt, why });
    });
    return () => control.abort();
  }, [key, attempt]);
  const failed = failure && failure.key === key && failure.attempt === attempt ? failure.why : null;
  const running = failed === null && (played === null || JSON.stringify(played.game) !== key);
  return { played, running, failed, again: () => setAttempt(attempt + 1) };
}
