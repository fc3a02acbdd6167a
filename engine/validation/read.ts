import type { Text } from "../text/text.ts";
import type { Branch, CaseFile, Tree } from "./case.ts";
import { plural } from "../text/plural.ts";

/** A case that lacks what its checker needs: listed as not covered, with what was missing. */
export class OtherKind extends Error {
  override readonly name = "OtherKind";
  readonly text: Text;

  /** @param where a name in the case's file; @param needs what is expected there; @param got what is there */
  constructor(where: string, needs: Text, got?: unknown) {
    const found = got === undefined ? null : (typeof got === "string" ? got : JSON.stringify(got)).slice(0, 60);
    const en = `“${where}”: expected ${needs.en}${found === null ? "" : `, got ${found}`}`;
    super(en);
    this.text = { en, zh: `“${where}”：应为${needs.zh}${found === null ? "" : `，实际为 ${found}`}` };
  }
}

/** Reads a case's parameters. @throws OtherKind that names what is missing. */
export function number(tree: Branch, key: string, otherwise?: number): number {
  const x = key in tree ? tree[key] : otherwise;
  if (typeof x === "number") return x;
  if (typeof x === "string" && /^[\d.]+\/[\d.]+$/.test(x)) {
    const [a, b] = x.split("/").map(Number);
    return a / b;
  }
  throw new OtherKind(key, { en: "a number", zh: "数值" }, x ?? null);
}

/** A scale, such as that of tastes. */
export function positive(tree: Branch, key: string): number {
  const x = number(tree, key);
  if (x > 0) return x;
  throw new OtherKind(key, { en: "a number above 0", zh: "大于 0 的数值" }, x);
}

/** One number a good. */
export function numbersOf(tree: Branch, key: string, goods: number): number[] {
  const found = numbers(tree[key], key);
  if (found.length === goods) return found;
  throw new OtherKind(
    key,
    { en: `${plural(goods, "number")}, one a good`, zh: ` ${goods} 个数值，每种产品一个` },
    found.length,
  );
}

/** Types of buyers are all of them. */
export function wholeOf(shares: readonly number[]): void {
  const sum = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) < 1e-9 && shares.every((share) => share >= 0)) return;
  throw new OtherKind("share", { en: "parts that add up to 1", zh: "合计为 1 的各份" }, shares.join(" + "));
}

export function numbers(tree: Tree | undefined, where = "params"): number[] {
  if (Array.isArray(tree) && tree.every((x) => typeof x === "number")) return tree as number[];
  throw new OtherKind(where, { en: "a list of numbers", zh: "数值列表" }, tree ?? null);
}

/** The list under a key. */
export function listOf(tree: Branch, key: string): readonly Tree[] {
  const x = tree[key];
  if (Array.isArray(x)) return x;
  throw new OtherKind(key, { en: "a list", zh: "列表" }, x ?? null);
}

/** The names that are listed under a key. */
export function textsOf(tree: Branch, key: string): readonly string[] {
  const x = listOf(tree, key);
  if (x.every((text) => typeof text === "string")) return x;
  throw new OtherKind(key, { en: "a list of texts", zh: "文本列表" }, x);
}

export const branch = (tree: Tree | undefined): Branch =>
  typeof tree === "object" && tree !== null && !Array.isArray(tree) ? (tree as Branch) : {};

export const has = (file: CaseFile, ...keys: readonly string[]): boolean => {
  const params = branch(file.params);
  return keys.every((key) => key in params);
};

/** `abs` or the first of the named tolerances that the case gives. */
export function tolerance(file: CaseFile, ...names: readonly string[]): number {
  const given = branch(file.tolerance);
  for (const name of [...names, "abs"]) if (typeof given[name] === "number") return given[name] as number;
  const known = [...names, "abs"];
  throw new OtherKind("tolerance", {
    en: `a number under “${known.join("” or “")}”`,
    zh: `“${known.join("”或“")}”下的数值`,
  });
}

/** Settings written into a key, `mu=0.25,s=1`, as numbers. */
export function settings(key: string): Record<string, number> {
  const out: Record<string, number> = {};
  for (const part of key.split(",")) {
    const [name, value] = part.split("=");
    if (value !== undefined && value !== "" && !Number.isNaN(Number(value))) out[name.trim()] = Number(value);
  }
  return out;
}
