#!/usr/bin/env node
import process from "node:process";
import { runCommandLine, sayStuck } from "./command-line.ts";

const UNSETTLED = 13; // Node's code where what is awaited can come no more

// Ctrl-C before anybody else listens for it, or a second time: nothing is left to tidy up.
process.on("SIGINT", () => {
  if (process.listenerCount("SIGINT") === 1) process.exit(130);
});
const words = process.argv.slice(2);
let ended = false;
process.on("exit", () => {
  if (!ended && process.exitCode === UNSETTLED) process.exitCode = sayStuck(words);
});
process.exitCode = await runCommandLine(words);
ended = true;
