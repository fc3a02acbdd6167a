import { useEffect, useState } from "react";

interface Fetched<T> {
  readonly found: T | null; // null: on its way, or it failed
  readonly why: string | null; // it failed
}

/** A part of the app that is fetched when it is asked for. */
export function useFetched<T>(fetch: () => Promise<T>): Fetched<T> {
  const [state, set] = useState<Fetched<T>>({ found: null, why: null });
  useEffect(() => {
    let here = true;
    fetch().then(
      (found) => here && set({ found, why: null }),
      (error: unknown) => here && set({ found: null, why: String(error) }),
    );
    return () => void (here = false);
  }, [fetch]);
  return state;
}
