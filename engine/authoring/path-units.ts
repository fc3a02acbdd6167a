import { scenarioReference } from "./json-schema.ts";

let known: readonly { readonly pattern: RegExp; readonly unit: string }[] | null = null;

/** Fields with one unit, as patterns of paths: * is any name, which may hold dots; (kind) is not said in a path. */
function patterns() {
  if (known) return known;
  const units = new Map<string, Set<string>>();
  for (const { path, unit } of scenarioReference()) {
    const plain = path.replace(/\([a-z-]+\)/g, "");
    units.set(plain, (units.get(plain) ?? new Set()).add(unit));
  }
  known = [...units]
    .filter(([, found]) => found.size === 1 && !found.has(""))
    .map(([plain, [unit]]) => {
      const literal = plain.replace(/[.[\]\\^$+?()|{}]/g, "\\$&");
      return { pattern: new RegExp(`^${literal.replaceAll("*", ".+?")}$`), unit };
    });
  return known;
}

/** The unit of the number at a path; empty where it has none, or where plugins of one field disagree. */
export function unitOfPath(path: string): string {
  const units = new Set(patterns().flatMap(({ pattern, unit }) => (pattern.test(path) ? [unit] : [])));
  return units.size === 1 ? [...units][0] : "";
}
