import { useEffect, useState } from "react";
import { type Game, gameScenario, type Setup } from "../../../engine/game/index.ts";
import type { Recording, Scenario } from "../../../engine/index.ts";
import { libraryBase } from "../../store/bases.ts";
import { pool } from "../../store/pool.ts";

/** A game as the market has played it. */
export interface Played {
  readonly base: Scenario;
  readonly scenario: Scenario;
  readonly game: Game;
  readonly recording: Recording;
  readonly opening: Recording; // the same game before anybody decided
}

interface Running {
  readonly played: Played | null; // the last good one stays while the next is made
  readonly running: boolean;
  readonly failed: string | null;
  again(): void;
}

/** The last game's opening: it stands for as long as the game does. */
let last: { readonly key: string; readonly run: Promise<Recording> } | null = null;

function openingOf(base: Scenario, setup: Setup): Promise<Recording> {
  const key = JSON.stringify(setup);
  if (last?.key !== key) {
    const run = pool.run({ scenario: gameScenario(base, { setup, rounds: [] }), seed: setup.seed });
    last = { key, run };
    run.catch(() => (last = null));
  }
  return last.run;
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
      const opening = now.rounds.length === 0 ? recording : await openingOf(base, now.setup);
      if (!control.signal.aborted) setPlayed({ base, scenario, game: now, recording, opening });
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
