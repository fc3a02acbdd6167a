import { scenarioReference } from "./json-schema.ts";

let known: readonly { readonly pattern: RegExp; readonly unit: string }[] | null = null;

/** Fields with a unit, as patterns of paths: * is any name, which may hold dots; (kind) is not said in a path. */
const patterns = () =>
  (known ??= scenarioReference()
    .filter(({ unit }) => unit !== "")
    .map(({ path, unit }) => {
      const plain = path.replace(/\([a-z-]+\)/g, "").replace(/[.[\]\\^$+?()|{}]/g, "\\$&");
      return { pattern: new RegExp(`^${plain.replaceAll("*", ".+?")}$`), unit };
    }));

/** The unit of the number at a path; empty where it has none, or where plugins of one field disagree. */
export function unitOfPath(path: string): string {
  const units = new Set(patterns().flatMap(({ pattern, unit }) => (pattern.test(path) ? [unit] : [])));
  return units.size === 1 ? [...units][0] : "";
}
