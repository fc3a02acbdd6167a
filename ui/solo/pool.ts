import { inlineRunner } from "../../workers/inline.ts";

/** A page opened from a disk or inside a learning platform may start no workers: markets run in it. */
export const pool = inlineRunner();
