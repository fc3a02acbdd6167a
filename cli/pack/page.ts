import { readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../../engine/index.ts";
import { escape, scriptCode, scriptData } from "../../report/writers/html/escape.ts";
import type { HomeTask } from "./task.ts";

/** A lesson or game as one page with everything in it: it asks for nothing and works from a disk. */
export function pageOf(folder: string, { title, task }: HomeTask): string {
  const script = readFileSync(join(folder, "solo.js"), "utf8");
  const style = readFileSync(join(folder, "solo.css"), "utf8").replaceAll("</", String.raw`<\/`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<link rel="icon" href="data:," />
<title>${escape(say(title, "en"))}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="task">${scriptData(task)}</script>
<script>${scriptCode(script)}</script>
</body>
</html>
`;
}
