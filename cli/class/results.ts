import { type ClassEvent, type ClassState, type Computed, replayed } from "../../engine/class/index.ts";
import { type Kept, type ClassLog } from "../../server/log.ts";
import { Room } from "../../server/room.ts";
import { type Artefact, csvOf, rowsOf, xlsxOf } from "../../server/tables.ts";
import { nodePool } from "../../workers/spawn-node.ts";
import { refuseExisting, writeWhole } from "../folder/files.ts";
import { print, printJson, tell } from "../io.ts";
import { oneOf } from "../problem-words.ts";
import { type Options, UsageError } from "../verb.ts";

const WRITERS: Readonly<Record<string, (state: ClassState, computed: readonly Computed[]) => Promise<Artefact>>> = {
  csv: async (state, computed) => csvOf(rowsOf(state, computed)),
  xlsx: async (state, computed) => xlsxOf(rowsOf(state, computed)),
};

const endOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

/** What the board offers to download. */
export const downloads =
  (room: Room): ((name: string) => Promise<Artefact | null>) =>
  async (name) =>
    (await WRITERS[endOf(name)]?.(room.state, room.computed)) ?? null;

/** A log that is only read. */
const READ_ONLY: ClassLog = { append: async () => {}, close: async () => {} };

/** Plays a kept class again and writes a row a decision. Says the markets' fingerprints, which replays must give. */
export async function saveResults({ events }: Kept, options: Options): Promise<void> {
  const file = String(options.results);
  const write = WRITERS[endOf(file)];
  if (!write)
    throw new UsageError(
      oneOf(
        "--results",
        file,
        Object.keys(WRITERS).map((x) => `*.${x}`),
      ),
    );
  refuseExisting(file);
  const { room, end } = await replay(events);
  const { bytes } = await write(room.state, room.computed);
  writeWhole(file, bytes);
  const fingerprints = room.computed.map(({ digest }) => digest!.fingerprint);
  await end();
  if (options.json) printJson({ file, fingerprints });
  else print(`${file}  ${fingerprints.join(" ")}`);
}

async function replay(events: readonly ClassEvent[]): Promise<{ readonly room: Room; end(): Promise<void> }> {
  const runner = nodePool();
  const failed = (error: unknown) => tell(String(error));
  const still = events.filter(({ kind }) => kind !== "reveal");
  const { phase } = replayed(still);
  // A round that was open stays open: a replay closes nothing by itself.
  const stopped: ClassEvent[] = phase === "deciding" ? [{ kind: "pause", at: Date.now() }] : [];
  const room = new Room({ events: [...still, ...stopped], log: READ_ONLY, runner, now: Date.now, failed });
  await room.settled();
  return { room, end: () => room.end().then(() => runner.close()) };
}
