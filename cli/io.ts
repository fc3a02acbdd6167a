import process from "node:process";

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: { code?: string }) => {
  if (error.code !== "EPIPE") throw error;
});

/** Results go to stdout, everything else to stderr, so that `--json | jq` works. */
export const print = (text = ""): void => void process.stdout.write(`${text}\n`);
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** A line that says how far a run is: redrawn on a terminal, said once in a pipe. */
export function progressLine(label: string, quiet: boolean): { update(done: number): void; end(): void } {
  const show = process.stderr.isTTY && !quiet;
  if (!show && !quiet) say(`${label} ...`);
  return {
    update(done) {
      if (show)
        process.stderr.write(
          `\r${label} ${"█".repeat(Math.round(done * 24)).padEnd(24, "░")} ${Math.round(done * 100)}%`,
        );
    },
    end() {
      if (show) process.stderr.write("\r\u001b[2K");
    },
  };
}
