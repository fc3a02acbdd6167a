import { browserPool } from "../../workers/spawn-browser.ts";

/** Where every run of the app happens: pages share its workers, and what these know of people and burn-in. */
export const pool = browserPool(Math.max(2, Math.min(4, navigator.hardwareConcurrency || 2)));

/** Previews have a worker of their own, so that none waits for work that is still to be let go of. */
export const previews = browserPool(1);
