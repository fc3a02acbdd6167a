// What a slider costs in things done, not in time: runs asked of workers, nodes written, layouts, tasks over 50 ms. In
// a real Chromium on the built app. Prints; test/e2e/counts.test.ts holds what does not hang on the machine.
//   npm run build && npx tsx bench/app/counts.ts [moves]
import process from "node:process";
import { type Counts, prepare, stepsCounted } from "./counting.ts";
import { openApp } from "./served.ts";

const MOVES = Number(process.argv[2] ?? 10);
const { page, close } = await openApp(prepare);
await page.locator("[data-fingerprint]").waitFor();
for (const slider of [1, 4, 6]) {
  const counts = await stepsCounted(page, slider, MOVES);
  const each = (name: keyof Counts) => `${name} ${(counts[name] / MOVES).toFixed(1)}`;
  console.log(
    `lever ${slider}, a move: ${(["runs", "nodes", "added", "layouts", "longTasks"] as const).map(each).join(", ")}`,
  );
}
await close();
