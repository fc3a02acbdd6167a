import type { Tool } from "../tool.ts";
import { check } from "./check.ts";
import { compare } from "./compare.ts";
import { describe } from "./describe.ts";
import { experiment } from "./experiment.ts";
import { explain } from "./explain.ts";
import { list } from "./list.ts";
import { report } from "./report.ts";
import { run } from "./run.ts";

/** The tools of the server, in the order an assistant reads them. A new one is a file and a word here. */
export const tools: readonly Tool[] = [list, describe, check, run, compare, explain, experiment, report];
