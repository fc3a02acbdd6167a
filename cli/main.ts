#!/usr/bin/env node
import process from "node:process";
import { runCommandLine } from "./command-line.ts";

// Ctrl-C before anybody else listens for it, or a second time: nothing is left to tidy up.
process.on("SIGINT", () => {
  if (process.listenerCount("SIGINT") === 1) process.exit(130);
});
process.exitCode = await runCommandLine(process.argv.slice(2));
