import type { BrowserCommand } from "vitest/node";
import { recordingFingerprint } from "../../engine/index.ts";
import { inlineRunner } from "../../workers/inline.ts";
import type { Job } from "../../workers/runner.ts";

declare module "vitest/browser" {
  interface BrowserCommands {
    nodeFingerprint(job: Job): Promise<string>;
  }
}

/** What a test in a browser asks of Node: the fingerprint of the same run made there. */
export const nodeFingerprint: BrowserCommand<[Job]> = async (_, job) =>
  recordingFingerprint(await inlineRunner().run(job));
