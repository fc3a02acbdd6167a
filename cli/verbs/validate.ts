import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseFile, type Language, validate, type ValidationRow, type Verdict } from "../../engine/index.ts";
import { packageHome } from "../home.ts";
import { print, progressLine } from "../io.ts";
import { padEndColumns, roomAfter, wrapColumns } from "../text-width.ts";
import { UsageError, type Verb } from "../verb.ts";

const STATUS: Readonly<Record<Verdict["status"], { en: string; zh: string }>> = {
  pass: { en: "pass", zh: "通过" },
  fail: { en: "FAIL", zh: "未通过" },
  "not-covered": { en: "not covered", zh: "未涵盖" },
  slow: { en: "slow", zh: "耗时" },
};

export const validateVerb: Verb = {
  flags: [["--all", { en: "also what takes minutes", zh: "包括耗时数分钟的算例" }]],
  example: "pricewar validate c01a_logit_bertrand_symmetric",
  async run([name], options) {
    const files = casesNamed(name, options.lang);
    const line = progressLine(options.lang === "zh" ? "检验" : "validating", options.quiet, options.lang);
    const verdicts: Verdict[] = [];
    for (const [k, file] of files.entries()) {
      const work = validate(file, { all: options.all === true || name !== undefined });
      let step = work.next();
      for (; !step.done; step = work.next()) {
        line.update((k + step.value) / files.length);
        await breath();
      }
      verdicts.push(step.value);
    }
    line.end();
    print(
      options.json
        ? JSON.stringify({ cases: verdicts.map(asJson) })
        : asText(verdicts, options.lang, name !== undefined),
    );
    if (verdicts.some((v) => v.status === "fail")) throw new Error(failure(verdicts, options.lang));
  },
};

/** A moment for Ctrl-C to be heard. */
const breath = () => new Promise<void>((resolve) => void setImmediate(resolve));

const validationFolder = () => join(packageHome(), "scenarios", "validation");

const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as CaseFile;

/** The cases that come with the package. */
export const validationCases = (): CaseFile[] =>
  readdirSync(validationFolder())
    .filter((file) => file.endsWith(".json"))
    .toSorted()
    .map((file) => read(join(validationFolder(), file)));

/** All of those, one of them by id or the start of it, or one in a file of the user's own. */
function casesNamed(name: string | undefined, lang: Language): CaseFile[] {
  if (name !== undefined && existsSync(name)) return [readOwn(name, lang)];
  const all = validationCases();
  if (name === undefined) return all;
  const chosen = all.filter((c) => c.id === name || c.id.startsWith(`${name}_`));
  if (chosen.length > 0) return chosen;
  const known = all.map((c) => c.id).join(", ");
  throw new UsageError(lang === "zh" ? `没有算例 “${name}”；可选：${known}` : `no case “${name}”; there are ${known}`);
}

function readOwn(file: string, lang: Language): CaseFile {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(
      `${file}: ${lang === "zh" ? "不是有效的 JSON" : "not valid JSON"} (${(error as Error).message})`,
      { cause: error },
    );
  }
  const record = typeof found === "object" && found !== null ? found : {};
  const missing = ["id", "topic", "params", "expected", "tolerance"].filter((key) => !(key in record));
  if (missing.length === 0) return { title: "", source: "", ...record } as CaseFile;
  throw new UsageError(lang === "zh" ? `${file}：缺少 ${missing.join("、")}` : `${file}: lacks ${missing.join(", ")}`);
}

const finite = (x: ValidationRow["got"]) => (typeof x === "number" && !Number.isFinite(x) ? null : x);

function asJson({ id, title, source, status, rows, reason }: Verdict): unknown {
  const by = (f: (r: ValidationRow) => ValidationRow["got"]) =>
    Object.fromEntries(rows.map((r) => [r.path, finite(f(r))]));
  return {
    id,
    title: title.en,
    source: source.en,
    status,
    expected: by((r) => r.expected),
    got: by((r) => r.got),
    tolerance: by((r) => r.tolerance),
    pass: status === "pass" ? true : status === "fail" ? false : null,
    ...(reason && { reason }),
  };
}

const whatAndWhence = (v: Verdict, lang: Language): string =>
  [v.label?.[lang], v.reason?.[lang] ?? v.source[lang]].filter(Boolean).join(lang === "zh" ? "：" : ": ");

function asText(verdicts: readonly Verdict[], lang: Language, detailed: boolean): string {
  const lines = verdicts.flatMap((v) => {
    const count = v.rows.length > 0 ? `${v.rows.filter((r) => r.pass).length}/${v.rows.length}` : "";
    const shown = v.rows.filter((r) => detailed || !r.pass).slice(0, detailed ? 200 : 8);
    return [
      `${padEndColumns(STATUS[v.status][lang], 12)}${v.id.padEnd(40)}${count.padStart(10)}`,
      ...wrapColumns(whatAndWhence(v, lang), roomAfter(12)).map((line) => `${" ".repeat(12)}${line}`),
      ...shown.map((r) => rowText(r, lang)),
    ];
  });
  return [...lines, "", tally(verdicts, lang)].join("\n");
}

function rowText({ path, expected, got, tolerance, pass }: ValidationRow, lang: Language): string {
  const zh = lang === "zh";
  const near = Number.isNaN(tolerance) ? "" : ` ± ${tolerance.toPrecision(2)}`;
  return `            ${pass ? "✓" : "✗"} ${path}: ${zh ? "期望" : "expected"} ${String(expected)}${near}${zh ? "，所得" : ", got"} ${String(got)}`;
}

function tally(verdicts: readonly Verdict[], lang: Language): string {
  const count = (status: Verdict["status"]) => verdicts.filter((v) => v.status === status).length;
  const rows = verdicts.reduce((sum, v) => sum + v.rows.length, 0);
  return lang === "zh"
    ? `${count("pass")} 个算例通过（共 ${rows} 个数），${count("fail")} 个未通过，${count("not-covered")} 个未涵盖，${count("slow")} 个耗时的未运行（加 --all 运行）`
    : `${count("pass")} cases pass (${rows} numbers), ${count("fail")} fail, ${count("not-covered")} not covered, ${count("slow")} slow ones not run (--all runs them)`;
}

function failure(verdicts: readonly Verdict[], lang: Language): string {
  const ids = verdicts.filter((v) => v.status === "fail").map((v) => v.id);
  return lang === "zh" ? `未达到容差：${ids.join("、")}` : `outside tolerance: ${ids.join(", ")}`;
}
