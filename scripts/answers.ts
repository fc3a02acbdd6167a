// npx tsx scripts/answers.ts: writes docs/answers.md, the answers to the article's twelve questions, each from the
// command it names. Takes half an hour of one core. Run `npm run build` first. A command that has answered since that
// build is not asked again, so that what was stopped goes on.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { loadScenario } from "../cli/library.ts";
import type { Commands, Material } from "./answers/material.ts";
import { answersPage } from "./answers/page.ts";

const root = join(import.meta.dirname, "..");
const VENDORS = ["deepseek", "moonshot", "minimax", "zhipu", "bytedance", "alibaba", "baidu", "iflytek", "tencent"];
const END = "--to 2024-12-31 --weeks 40 --agents 2000";

const COMMANDS: Commands = {
  whole: `pricewar explain china-2024 ${END} -n 20`,
  ranges: `pricewar explain china-2024 ${END} -n 4 --ranges`,
  trigger: `pricewar explain china-2024 ${END} -n 200 --knock-out launch:deepseek.v2`,
  history: `pricewar explain china-2024-history ${END} -n 200 --knock-out launch:deepseek.v2`,
  belowCost: `pricewar explain china-2024 ${END} -n 20 --knock-out below-cost`,
  research: `pricewar explain docs/answers-research.yaml ${END} -n 20 --knock-out launch:deepseek.v2`,
  share: `pricewar explain china-2024 ${END} -n 5 --share bytedance`,
  growth: `pricewar explain china-2024 ${END} -n 10 --growth`,
  worth: (vendor) => `pricewar explain china-2024 ${END} -n 20 --worth ${vendor}`,
};

/** Runs a command of the page; what it prints with --json. */
function ask<K extends Exclude<keyof Material, "worth">>(name: K): Material[K] {
  return answer(COMMANDS[name]) as Material[K];
}

function answer(command: string): unknown {
  const built = join(root, "dist/cli/main.js");
  const folder = join(tmpdir(), "pricewar-answers", String(statSync(built).mtimeMs));
  const kept = join(folder, `${createHash("sha256").update(command).digest("hex").slice(0, 16)}.json`);
  process.stderr.write(`${command}${existsSync(kept) ? " (kept)" : ""}\n`);
  if (!existsSync(kept)) {
    const args = [built, ...command.split(" ").slice(1), "--json", "--quiet"];
    const said = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 30 });
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, said);
  }
  return JSON.parse(readFileSync(kept, "utf8"));
}

const material: Material = {
  whole: ask("whole"),
  ranges: ask("ranges"),
  share: ask("share"),
  growth: ask("growth"),
  belowCost: ask("belowCost"),
  research: ask("research"),
  worth: VENDORS.map((v) => (answer(COMMANDS.worth(v)) as { worth: Material["worth"][number] }).worth),
  trigger: ask("trigger"),
  history: ask("history"),
};
writeFileSync(join(root, "docs/answers.md"), answersPage(material, COMMANDS, await loadScenario("china-2024")));
