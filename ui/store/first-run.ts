import packed from "virtual:first-run";
import type { Recording } from "../../engine/index.ts";
import { unpackRun } from "./packed-run.ts";

/** Of the run made when the app was built; any browser's must be the same. */
export const { fingerprint: builtFingerprint } = packed;

/** The first scenario's run as the build made it, to be drawn until it has been run here. */
export function builtRun(): Recording {
  const text = atob(packed.cells);
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = text.charCodeAt(k); // by a callback it takes 40 times as long
  return unpackRun({ ...packed, cells: new Float32Array(bytes.buffer) });
}
