import process from "node:process";
import { refuseExisting, writeWhole } from "./folder/files.ts";
import { refused } from "./folder/problem-words.ts";
import { systemReason } from "./folder/system-reason.ts";
import { type Language, say } from "../engine/index.ts";
import { withoutControl } from "../engine/text/control.ts";
import { systemLanguage } from "./verb.ts";
import { fitting } from "./text-width.ts";
import { hoursLeft, minutesLeft, secondsLeft } from "./progress-words.ts";

// A reader that has seen enough (`| head`) is no failure; a disk that takes no more is.
process.stdout.on("error", (error: { code?: string }) => {
  if (error.code === "EPIPE") return;
  tell(`stdout: ${say(systemReason(error) ?? refused(String(error.code)), systemLanguage(process.env))}`);
  process.exit(2);
});

let printed: string | null = null; // null: nobody keeps it

/** Colours, which charts have. */
// eslint-disable-next-line no-control-regex -- it begins with a control character
const COLOUR = /(\u001b\[[\d;]*m)/;

/** What a terminal only shows: names may hold codes that it would obey, and files names of any bytes. */
const shown = (text: string): string =>
  showsColour()
    ? text
        .split(COLOUR)
        .map((part, k) => (k % 2 === 1 ? part : withoutControl(part)))
        .join("")
    : withoutControl(text);

/** Results go to stdout, everything else to stderr, so that `--json | jq` works. No line is wider than a terminal. */
export function print(text = ""): void {
  if (printed !== null) printed += `${text}\n`;
  process.stdout.write(`${fitting(shown(text))}\n`);
}

let answers = 0;

/** How many results programs were given so far. */
export const answered = (): number => answers;

/** The result for programs: one object, in one line. */
export function printJson(result: unknown): void {
  const text = JSON.stringify(result);
  answers++;
  if (printed !== null) printed += `${text}\n`;
  process.stdout.write(`${text}\n`);
}

/**
 * Whether what is printed may have colours: on a terminal, unless NO_COLOR asks for none or a file keeps it too;
 * FORCE_COLOR asks for them anywhere (no-color.org, force-color.org).
 */
export function showsColour(): boolean {
  if (printed !== null) return false;
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (FORCE_COLOR) return !["0", "false"].includes(FORCE_COLOR);
  return process.stdout.isTTY === true && !NO_COLOR && TERM !== "dumb";
}

/** Does the work; what it prints goes to a file too, whole or not at all. */
export async function printingInto(path: string, work: () => Promise<void>): Promise<void> {
  refuseExisting(path);
  printed = "";
  try {
    await work();
    writeWhole(path, printed);
  } finally {
    printed = null;
  }
}

export const tell = (text: string): void => void process.stderr.write(`${withoutControl(text)}\n`);

/** A line that says how far a run is, and how long it will take: redrawn on a terminal, said once in a pipe. */
export function progressLine(
  named: string,
  quiet: boolean,
  lang: Language,
): { update(done: number): void; end(): void } {
  if (process.env.PRICEWAR_PROGRESS === "lines") return progressLines();
  const label = withoutControl(named);
  const show = process.stderr.isTTY && !quiet;
  if (!show && !quiet) tell(`${label} ...`);
  const start = performance.now();
  return {
    update(done) {
      const left = timeLeft((performance.now() - start) / 1000, done, lang);
      const bar = "█".repeat(Math.round(done * 24)).padEnd(24, "░");
      if (show) process.stderr.write(`\r${label} ${bar} ${Math.round(done * 100)}%${left}\u001b[K`);
    },
    end() {
      if (show) process.stderr.write("\r\u001b[2K");
    },
  };
}

const EVERY_MS = 250;

/** For a program that reads along: “progress 0.42”, a few times a second. */
function progressLines(): { update(done: number): void; end(): void } {
  let last = -Infinity;
  return {
    update(done) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      tell(`progress ${done.toFixed(4)}`);
    },
    end() {},
  };
}

const SOON = 3; // seconds; what is over sooner needs no forecast

/** “, 2 min left”, once there is enough to go by. */
export function timeLeft(seconds: number, done: number, lang: Language): string {
  if (seconds < SOON || done <= 0.01 || done >= 1) return "";
  const left = (seconds * (1 - done)) / done;
  const [words, count] =
    left < 90 ? [secondsLeft, left] : left < 5400 ? [minutesLeft, left / 60] : [hoursLeft, left / 3600];
  return say(words, lang)(Math.max(1, Math.round(count)));
}
