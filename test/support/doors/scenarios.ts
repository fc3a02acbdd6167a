import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { survives, type Try, words } from "./tried.ts";

const PATHS = [
  ...words("clock.start clock.weeks clock.tickDays clock.end clock.burnInWeeks demand.mu demand.agents", "demand.size"),
  ...words("demand.kind demand.exact currency costs.gpuPrice title question vendors.a.name vendors.a.load"),
  ...words(
    "vendors.a.strategy vendors.a.products vendors.a.products.p.price events expect levers fx arenas",
    "clock demand costs vendors vendors.a",
  ),
];
const VALUES = ["-1", "1e308", ".nan", "[]", "{}", '"\\u001b[2J\\u202e"', "9999-12-31", "null"];

/** A path and a value as nested YAML in one line. */
const nested = (path: string, value: string): string => {
  const steps = path.split(".");
  const opened = steps.slice(0, -1).map((step) => `${step}: {`);
  return `${opened.join("")}${steps.at(-1)}: ${value}${"}".repeat(opened.length)}`;
};

const HEAD = "extends: textbook-logit\nid: x\n";

/** Each line nine of the line before: a billion laughs. */
const LAUGHS = [..."bcdefgh"].map((name, k) => `${name}: &${name} [${`*${"abcdefg"[k]}, `.repeat(9)}]`);

/** Whole files that are no scenario, or nearly one. */
const TEXTS: Readonly<Record<string, string | Uint8Array>> = {
  "empty.yaml": "",
  "null.yaml": "~\n",
  "list.yaml": "[]\n",
  "number.yaml": "1\n",
  "open.yaml": "[".repeat(20_000),
  "deep.yaml": `${HEAD}a: ${"{a: ".repeat(2000)}1${"}".repeat(2000)}\n`,
  "aliases.yaml": `${HEAD}a: &a [x, x, x, x, x, x, x, x, x]\n${LAUGHS.join("\n")}\n`,
  "own-alias.yaml": `${HEAD}title: &t [*t]\n`,
  "tab.yaml": "extends:\ttextbook-logit\nid: x\nclock:\n\tweeks: 2\n",
  "bom.yaml": `\ufeff${HEAD}`,
  "crlf.yaml": HEAD.replaceAll("\n", "\r\n"),
  "nul.yaml": `${HEAD}title: "a\u0000b"\n`,
  "late-nul.yaml": `${HEAD}# ${"x".repeat(150_000)}\n# \u0000\n`,
  "latin.yaml": new Uint8Array([105, 100, 58, 32, 0xe9, 0xff, 0xfe, 10]),
  "utf16.yaml": new Uint8Array([0xff, 0xfe, ...[...HEAD].flatMap((c) => [c.charCodeAt(0), 0])]),
  "large.yaml": `${HEAD}# ${"x".repeat(2_000_000)}\n`,
  "keys.yaml": `${HEAD}${Array.from({ length: 50_000 }, (_, k) => `k${k}: 1\n`).join("")}`,
  "twice.yaml": `${HEAD}id: y\n`,
  "function.yaml": `${HEAD}title: !!js/function "function () { return 1 }"\n`,
  "binary.yaml": `${HEAD}title: !!binary "aGFsbG8="\n`,
  "merge.yaml": `${HEAD}<<: {title: merged}\n`,
  "documents.yaml": `${HEAD}---\n${HEAD}`,
  "self.yaml": "extends: self.yaml\nid: x\n",
  "left.yaml": "extends: right.yaml\nid: x\n",
  "right.yaml": "extends: left.yaml\nid: x\n",
  "lost.yaml": "extends: no-such\nid: x\n",
  "up.yaml": "extends: ../../../../etc/passwd\nid: x\n",
  "proto.yaml": `${HEAD}__proto__: {agents: 1}\nconstructor: {prototype: {x: 1}}\n`,
  "pixel.yaml": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
};

/** Every file, link and device that a scenario may be asked to come from, in a folder. */
export function scenarioTries(folder: string): readonly Try[] {
  mkdirSync(folder, { recursive: true });
  const put = (name: string, content: string | Uint8Array): string => (
    writeFileSync(join(folder, name), content),
    name
  );
  const check = (file: string): Try => ({ what: `check ${file}`, take: () => survives(["check", file], folder) });
  const fields = PATHS.flatMap((path, k) =>
    VALUES.map((value, n) => put(`field-${k}-${n}.yaml`, `${HEAD}${nested(path, value)}\n`)),
  );
  const files = Object.entries(TEXTS).map(([name, content]) => put(name, content));
  mkdirSync(join(folder, "folder.yaml"));
  symlinkSync("circle.yaml", join(folder, "circle.yaml"));
  symlinkSync("gone.yaml", join(folder, "nowhere.yaml"));
  const places = ["folder.yaml", "circle.yaml", "nowhere.yaml", "/dev/null", "", ".", "..", "/", "x".repeat(5000)];
  return [...fields, ...files, ...places].map(check);
}
