import { readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../../engine/index.ts";
import { policyOf } from "../../report/writers/html/policy.ts";
import { escape, scriptCode, scriptData } from "../../report/writers/html/escape.ts";
import type { HomeTask } from "./task.ts";

/** Statements go to the store that a launch address names, wherever it is (xAPI): nothing else is asked for. */
const STORES = "https: http:";

/** A lesson or game as one page with everything in it: it asks for nothing and works from a disk. */
export function pageOf(folder: string, { title, task }: HomeTask): string {
  const script = scriptCode(readFileSync(join(folder, "solo.js"), "utf8"));
  const style = readFileSync(join(folder, "solo.css"), "utf8").replaceAll("</", String.raw`<\/`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, STORES)}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="icon" href="data:," />
<title>${escape(say(title, "en"))}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="task">${scriptData(task)}</script>
<script>${script}</script>
</body>
</html>
`;
}
