// npx tsx scripts/soak.ts <explore|sweeps|class> [--minutes 60] [--every 15]: does one thing over and over and says
// whether memory grows. Not in CI: an hour each before a release. `explore` and `class` need `npm run build`.
import process from "node:process";
import { parseArgs } from "node:util";
import { slopes, type Sample } from "./soak/slopes.ts";
import { theClass } from "./soak/class.ts";
import { explore } from "./soak/explore.ts";
import { sweeps } from "./soak/sweeps.ts";

/** What is done over and over: `step` once, `measure` what is held after it. */
export interface Soaked {
  step(): Promise<void>;
  measure(): Promise<Readonly<Record<string, number>>>;
  end(): Promise<void>;
}

const PARTS: Readonly<Record<string, () => Promise<Soaked>>> = { explore, sweeps, class: theClass };

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string", default: "60" }, every: { type: "string", default: "15" } },
});
const [name = ""] = positionals;
if (!Object.hasOwn(PARTS, name)) throw new Error(`say which: ${Object.keys(PARTS).join(", ")}`);
const soaked = await PARTS[name]();
const begin = performance.now();
const minutes = () => (performance.now() - begin) / 60_000;
const samples: Sample[] = [];
let steps = 0;
try {
  for (let next = 0; minutes() < Number(flags.minutes); steps++) {
    await soaked.step();
    if (minutes() * 60 < next) continue;
    next = minutes() * 60 + Number(flags.every);
    const sample = { minutes: minutes(), ...(await soaked.measure()) };
    samples.push(sample);
    process.stdout.write(`${JSON.stringify({ steps, ...sample })}\n`);
  }
} finally {
  await soaked.end();
}
process.stdout.write(`${name}: ${steps} steps in ${minutes().toFixed(1)} minutes\n${slopes(samples)}\n`);
