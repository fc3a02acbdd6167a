import type { z } from "zod";
import type { Text } from "../text/text.ts";
import { nearest } from "../text/nearest.ts";
import { type Problem, repeated, unknownName } from "../text/errors.ts";
import { type Located, nodeAt } from "./located.ts";
import { type Def, homesOf, unwrap } from "./schema-homes.ts";

type Path = readonly (string | number)[];

/** A look for the name that was meant takes milliseconds: nobody reads hundreds of them. */
const MOST_KEYS = 20;
const MOST_ISSUES = 500;

/** What the schema found wrong, as problems with places and the nearest valid names. */
export function toProblems(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, root: Located): Problem[] {
  const misspelt = new Map<string, Problem>();
  const others = issues.slice(0, MOST_ISSUES).flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
    const entry = reaches(root, path) ? null : misspeltEntry(root, path.slice(0, -1));
    if (entry) {
      misspelt.set(entry.path.join("."), entry);
      return [];
    }
    if (issue.code === "unrecognized_keys") {
      const valid = knownKeys(schema, path, root);
      return issue.keys.slice(0, MOST_KEYS).map((key) => {
        const homes = homesOf(schema, key);
        return unknownKey(root, [...path, key], homes.length > 0 ? misplaced(key, homes) : keyText(key, valid));
      });
    }
    return [problem(root, path, describe(issue, schema, path, root))];
  });
  return [...misspelt.values(), ...others];
}

/** Something needed is missing from an entry whose name is near another's: a change of that one, misspelt. */
function misspeltEntry(root: Located, path: Path): Problem | null {
  const name = String(path.at(-1));
  const table = path.length > 1 && ENTRIES.includes(String(path.at(-2))) ? nodeAt(root, path.slice(0, -1)) : null;
  const { place, key } = nodeAt(root, path);
  // Names that came from another file, the one extended.
  const known = [...(table?.map ?? [])].filter(([, x]) => x.place.file !== place.file).map(([other]) => other);
  const near = nearest(name, known);
  if (near === null) return null;
  const text = {
    en: `did you mean “${near}”? A new entry “${name}” would need all of its fields`,
    zh: `是不是“${near}”？若要新增“${name}”，须写全必填项`,
  };
  return { place: key ?? place, path, text };
}

const ENTRIES = ["vendors", "products", "segments"];

/** Points at the key itself, not at its value. */
function unknownKey(root: Located, path: Path, text: Text): Problem {
  const node = nodeAt(root, path);
  return { place: node.key ?? node.place, path, text };
}

const keyText = (key: string, valid: readonly string[]): Text => unknownName({ en: "key", zh: "键" }, key, valid);

/** A key that is right elsewhere. */
const misplaced = (key: string, homes: readonly string[]): Text => ({
  en: `“${key}” does not stand here but under ${homes.join(" or ")}`,
  zh: `“${key}”不写在这里，应写在 ${homes.join(" 或 ")} 之下`,
});

const valueOf = ({ map, list, value }: Located): unknown => map ?? list ?? value;

const problem = (root: Located, path: Path, text: Text): Problem => ({ place: nodeAt(root, path).place, path, text });

function describe(issue: z.core.$ZodIssue, schema: z.ZodType, path: Path, root: Located): Text {
  const own = issue.code === "custom" ? (issue.params as { text?: Text } | undefined)?.text : undefined;
  if (own) return own;
  const given = nodeAt(root, path);
  const missing = !reaches(root, path);
  if (issue.code === "invalid_union" && path.at(-1) === "kind") {
    const kinds = kindsAt(schema, path.slice(0, -1), root);
    if (missing || given.map)
      return { en: `missing: expected one of ${kinds.join(", ")}`, zh: `缺少 kind，可用的有 ${kinds.join("、")}` };
    return unknownName({ en: "kind", zh: "类型" }, repeated(valueOf(given)), kinds);
  }
  if (missing) return { en: "missing", zh: "缺少这一项" };
  if (issue.code === "invalid_value")
    return unknownName({ en: "value", zh: "取值" }, repeated(valueOf(given)), issue.values.map(String));
  if (issue.code === "invalid_type") return expectedType(issue.expected, knownKeys(schema, path, root));
  if (issue.code === "invalid_key") return NAME;
  if (issue.code === "invalid_format") return FORMS[String(path[0])] ?? NAME;
  if (issue.code === "too_small") return { en: `expected at least ${issue.minimum}`, zh: `应不小于 ${issue.minimum}` };
  if (issue.code === "too_big" && issue.origin === "array")
    return { en: `expected at most ${issue.maximum} entries`, zh: `最多 ${issue.maximum} 项` };
  if (issue.code === "too_big") return { en: `expected at most ${issue.maximum}`, zh: `应不大于 ${issue.maximum}` };
  const plain = issue.code === "invalid_union" ? plainChoice(issue.errors) : null;
  if (plain) return { en: `expected ${plain.join(" or ")}`, zh: `应为 ${plain.join(" 或 ")}` };
  if (issue.code === "invalid_union")
    return {
      en: "expected a plain text, a text in both languages, {en: ..., zh: ...}, or another form the field allows",
      zh: "形式不对：文字可以直接写，也可写作 {en: ……, zh: ……}；其他字段请查阅说明",
    };
  return { en: issue.message, zh: issue.message };
}

/** The values a union of literals takes (`1 or 7`); null where it also takes anything else. */
function plainChoice(errors: readonly (readonly z.core.$ZodIssue[])[]): string[] | null {
  const values = errors.flat().map((issue) => (issue.code === "invalid_value" ? issue.values.map(String) : null));
  return values.length > 0 && values.every((v) => v !== null) ? values.flat() : null;
}

const MOST_NAMED = 12; // keys that a message lists

const NAME: Text = {
  en: "a name has lower-case letters, digits, hyphens and dots",
  zh: "名称只能用小写字母、数字、连字符和点",
};

/** What has a form of its own, by the key at the top. */
const FORMS: Readonly<Record<string, Text>> = {
  currency: { en: "expected three capital letters, like CNY", zh: "应为三个大写字母，如 CNY" },
};

const TYPES: Readonly<Record<string, Text>> = {
  object: { en: "a mapping of keys", zh: "键值映射" },
  record: { en: "a mapping of names", zh: "以名称为键的映射" },
  array: { en: "a list", zh: "列表" },
  string: { en: "a text", zh: "文字" },
  number: { en: "a number", zh: "数" },
  int: { en: "a whole number", zh: "整数" },
  boolean: { en: "true or false", zh: "true 或 false" },
  tuple: { en: "a pair [low, high]", zh: "一对数 [下限, 上限]" },
};

function expectedType(type: string, keys: readonly string[]): Text {
  const words = TYPES[type] ?? { en: type, zh: type };
  const named = keys.length > 0 && keys.length <= MOST_NAMED;
  return {
    en: `expected ${words.en}${named ? `: ${keys.join(", ")}` : ""}`,
    zh: `应为${words.zh}${named ? `：${keys.join("、")}` : ""}`,
  };
}

function reaches(root: Located, path: Path): boolean {
  let node: Located | undefined = root;
  for (const step of path) node = node?.map?.get(String(step)) ?? node?.list?.[Number(step)];
  return node !== undefined;
}

/** The schema at a path; where it chooses by `kind`, the one the file chose. */
function schemaAt(schema: z.ZodType, path: Path, root: Located): Def | null {
  let def: Def | null = pick(unwrap(schema), root);
  path.forEach((step, k) => {
    const next: z.ZodType | undefined = def?.shape?.[String(step)] ?? def?.valueType ?? def?.element;
    def = next ? pick(unwrap(next), nodeAt(root, path.slice(0, k + 1))) : null;
  });
  return def;
}

function pick(def: Def, node: Located): Def {
  if (!def.options) return def;
  const kind = node.map?.get("kind")?.value;
  const options = def.options.map(unwrap);
  const chosen = options.find((o) => kindOf(o) === kind && kind !== undefined);
  return chosen ?? options.find((o) => o.shape !== undefined && kindOf(o) === undefined) ?? def;
}

const kindOf = (def: Def): unknown => (def.shape?.kind ? unwrap(def.shape.kind).values?.[0] : undefined);

const knownKeys = (schema: z.ZodType, path: Path, root: Located): string[] =>
  Object.keys(schemaAt(schema, path, root)?.shape ?? {});

function kindsAt(schema: z.ZodType, path: Path, root: Located): string[] {
  const parent = schemaAt(schema, path.slice(0, -1), root);
  const last = path.at(-1);
  const choice =
    last === undefined ? undefined : (parent?.shape?.[String(last)] ?? parent?.valueType ?? parent?.element);
  const options = choice ? (unwrap(choice).options ?? []) : [];
  return options.map((o) => String(kindOf(unwrap(o))));
}
