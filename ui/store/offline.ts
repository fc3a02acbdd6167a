const IDLE_MS = 4000; // after the first run: keeping files must not compete with it

/**
 * Lets the browser keep the app for when there is no network. A browser that refuses (private window, no https) still
 * has a working app: that is no error.
 */
export function keepOffline(): void {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  setTimeout(() => {
    navigator.serviceWorker.register("./service-worker.js").catch(() => {});
  }, IDLE_MS);
}
