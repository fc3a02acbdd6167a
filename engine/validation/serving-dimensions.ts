import { findArchitecture } from "../costs/catalogue.ts";
import { type Attention, countParameters, equivalentGroups, expertsTouched, kvElements } from "../costs/inference.ts";
import type { Branch, CaseFile, Checker, Checking, Tree } from "./case.ts";
import { compareTrees, type Found } from "./compare.ts";
import { branch } from "./read.ts";
import { relativeTolerance } from "./tolerance.ts";

/** What a model caches per token, by its attention or its name, or a count that a paper prints. */
interface Cache {
  readonly architecture?: string;
  readonly attention?: Attention;
  readonly layers?: number;
  readonly elements?: number;
  readonly bits?: number;
}

function elementsOf({ architecture, attention, layers = 1, elements }: Cache): number {
  if (elements !== undefined) return elements;
  if (attention !== undefined) return kvElements(attention, layers);
  const known = findArchitecture(architecture ?? "");
  if (!known) throw new Error(`no architecture “${architecture}”`);
  return kvElements(known.attention, known.layers);
}

const bytesOf = (c: Cache): number => (elementsOf(c) * (c.bits ?? 16)) / 8;

/** Quantities by name; each case names one. */
const quantities: Readonly<Record<string, (item: Branch) => Found>> = {
  elements: (item) => elementsOf(item as Cache),
  bytes: (item) => bytesOf(item as Cache),
  groups: (item) => equivalentGroups(item.attention as unknown as Attention),
  saving: (item) => 1 - bytesOf(item.of as Cache) / bytesOf(item.against as Cache),
  parameters: ({ architecture }) => {
    const known = findArchitecture(String(architecture));
    if (!known) return undefined;
    const { total, active } = countParameters(known);
    return { total, active: known.experts ? active : null };
  },
  expertsTouched: ({ routed, active, batches }) =>
    Object.fromEntries(
      (batches as readonly number[]).map((b) => [
        `B=${b}`,
        expertsTouched({ routed: routed as number, active: active as number }, b),
      ]),
    ),
};

const items = (file: CaseFile) => Object.entries(file.params as Branch) as [string, Branch][];

/** Cache sizes, parameter counts and expert traffic: exact functions of an architecture's dimensions. */
export const servingDimensions: Checker = {
  id: "serving-dimensions",
  label: { en: "KV cache and parameters", zh: "KV 缓存与参数量" },
  accepts: (file) =>
    file.topic === "serving-dimensions" &&
    items(file).every(([, item]) => Object.hasOwn(quantities, String(branch(item).quantity))),
  check: function* (file): Checking {
    const found = Object.fromEntries(items(file).map(([id, item]) => [id, quantities[String(item.quantity)](item)]));
    yield 1;
    return compareTrees(file.expected, found, relativeTolerance(file.tolerance as Tree));
  },
};
