import process from "node:process";
import { pricewar } from "../cli.ts";

/** Something tried at a door; what it throws is a fault. */
export interface Try {
  readonly what: string;
  take(): Promise<void> | void;
}

/** A door, how often it was tried when it was first tried (2026), and the tries now: at least as many. */
export interface Door {
  readonly name: string;
  readonly before: number;
  readonly tries: readonly Try[];
}

const RAW = [
  /\n +at /,
  /(?:Range|Type|Syntax)Error|Invalid typed array|Cannot read prop/,
  /\bE(?:ACCES|ISDIR|NOTDIR|NOENT|NOSPC|PERM|LOOP)\b/,
  /\[object Object\]|\bundefined\b/,
];
const NO_NUMBER = /\b(?:NaN|Infinity)\b/;
/** Processor time that a machine with company takes for what is done in a second on a quiet one, twice over. */
const HANG_MS = 20_000;

/** Whatever a command is given, it does its work or refuses with words, and ends so. @throws what it did instead. */
export async function survives(line: readonly string[], cwd: string, ends: readonly number[] = [0, 2]): Promise<void> {
  const before = process.cpuUsage();
  const { code, stdout, stderr } = await pricewar([...line, "--quiet"], { cwd });
  const { user, system } = process.cpuUsage(before);
  const said = stdout + stderr;
  if (code === null || !ends.includes(code)) throw new Error(`exit ${code}: ${said.slice(0, 300)}`);
  if (code === 2 && stderr.trim() === "") throw new Error("refused without a word");
  if (RAW.some((form) => form.test(stderr))) throw new Error(`raw: ${stderr.slice(0, 300)}`);
  if (code === 0 && NO_NUMBER.test(stdout)) throw new Error(`no number: ${NO_NUMBER.exec(stdout)![0]}`);
  if (CODES.some((code) => said.includes(code))) throw new Error("codes that a terminal would obey");
  if ((user + system) / 1000 > HANG_MS) throw new Error(`${(user + system) / 1e6} s of processor time`);
}

const CODES = ["\u0007", "\u001b", "\u202e"];

/** What stands between spaces, or between bars, in one or more lines. */
export const words = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split(" "));
export const cells = (...lines: readonly string[]): string[] => lines.flatMap((line) => line.split("|"));
