import type { Manifest } from "../document/manifest.ts";
import type { LiveData } from "./data.ts";
import { followPointer } from "./hover.ts";
import { showLevers } from "./levers.ts";
import { openRuns } from "./runs.ts";
import { offerVerification } from "./verify.ts";

/** Brings the page to life: hover over charts, sliders, a button that runs the report again. */
export function startPage(): void {
  const manifest = dataOf<Manifest>("manifest");
  const live = dataOf<LiveData>("live");
  const runs = openRuns(document.getElementById("runtime")?.textContent ?? "");
  for (const figure of live.figures) followPointer(figure, live.lang);
  offerVerification(manifest, runs, live.lang);
  showLevers(manifest, live, runs);
}

const dataOf = <T>(id: string): T => JSON.parse(document.getElementById(id)?.textContent ?? "null") as T;
