import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REASONS } from "./dependency-reasons.ts";

const root = join(import.meta.dirname, "..");
const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

/** Every package of the lock, by where it lies. */
export const locked = (): Readonly<Record<string, Locked>> => {
  const { packages } = json("package-lock.json") as { readonly packages: Readonly<Record<string, Locked>> };
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path !== ""));
};

/** The packages that we name, with their versions. */
export const direct = (): Readonly<Record<string, string>> => {
  const { dependencies, devDependencies } = json("package.json") as Record<string, Record<string, string>>;
  return { ...dependencies, ...devDependencies };
};

/** Terms under which everything here may be given on. */
export const ALLOWED = [
  "MIT",
  "Apache-2.0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "Unlicense",
  "MPL-2.0",
  "CC-BY-4.0", // data of build tools
  "(MIT OR GPL-3.0-or-later)",
  "(MIT AND Zlib)",
];

/** What the lock does not say, looked up in the package's own files. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { "node_modules/json-bignum": "MIT" };

export const licenceOf = (path: string, { license }: Locked): string => license ?? SAID_ELSEWHERE[path] ?? "none";

/** Docs: what we depend on, why, and under which terms. */
export function dependenciesPage(): string {
  const all = locked();
  const counts = new Map<string, number>();
  for (const [path, entry] of Object.entries(all)) {
    const licence = licenceOf(path, entry);
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  const rows = Object.entries(direct())
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, version]) => {
      const { use, why, without = "" } = REASONS[name];
      const path = `node_modules/${name}`;
      return `| ${name} | ${version} | ${licenceOf(path, all[path])} | ${use} | ${why} | ${without} |`;
    });
  const licences = [...counts].toSorted(([, a], [, b]) => b - a).map(([id, n]) => `| ${id} | ${n} |`);
  return `${HEAD}${rows.join("\n")}\n${LICENCES}${licences.join("\n")}\n`;
}

const HEAD = `# What this depends on

Written by \`npm run generate\` from package.json, the lock and \`scripts/dependency-reasons.ts\`. Versions are exact,
the lock holds a SHA-512 of every package, and no package runs a script when it is installed (\`.npmrc\`). Installing
pricewar
itself brings one package and its binary; everything else that ships is bundled. \`npm sbom --sbom-format cyclonedx\`
lists it all; a release carries that list and its provenance (\`.github/workflows/release.yml\`).

"Ships" is bundled or installed with the package, "builds" makes it, "tests" checks it.

| package | version | licence | use | why | without it |
| --- | --- | --- | --- | --- | --- |
`;

const LICENCES = `
## Licences

Of all packages in the lock, those that only build and test among them.

| licence | packages |
| --- | ---: |
`;
