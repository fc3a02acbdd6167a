import library from "virtual:library";
import { useEffect, useState } from "react";
import { type Measured, withAgents } from "../../../engine/index.ts";
import { libraryBase } from "../../store/bases.ts";
import { pool } from "../../store/pool.ts";

const AGENTS = 1000; // enough for a picture as large as a stamp

const made = new Map<string, Measured>();

/** A small run of every library scenario, one after another while the list is open; kept for the next time. */
export function useThumbnails(): ReadonlyMap<string, Measured> {
  const [shown, setShown] = useState<ReadonlyMap<string, Measured>>(() => new Map(made));
  useEffect(() => {
    const control = new AbortController();
    void (async () => {
      for (const { id } of library) {
        if (made.has(id)) continue;
        // Without its picture a scenario can still be opened.
        const run = await stamp(id, control.signal).catch(() => null);
        if (control.signal.aborted) return;
        if (run) made.set(id, run);
        setShown(new Map(made));
      }
    })();
    return () => control.abort();
  }, []);
  return shown;
}

async function stamp(id: string, signal: AbortSignal): Promise<Measured> {
  const { scenario } = await libraryBase(id);
  const outputs = ["market.priceIndex", ...Object.keys(scenario.vendors).map((v) => `vendors.${v}.tokenShare`)];
  return pool.measure({ scenario: withAgents(scenario, AGENTS), seed: 1 }, outputs, { signal });
}
