import type { LeafNote, SchemaNode } from "./schema-walk.ts";

const DATE = "2024-05-15";

/** Amounts that a unit's fields usually hold. */
const USUAL: Readonly<Record<string, number>> = {
  "money/Mtok": 2,
  "money/month": 49,
  "money/second": 0.5,
  "money/GPU/h": 14.4,
  money: 1e9,
  "money/week": 2e6,
  "Mtok/week": 7,
  "Mtok/day": 30_000,
  Mtok: 5,
  GPU: 800,
  days: 14,
  weeks: 8,
  years: 0.5,
  "1/week": 0.05,
  "1/year": 0.5,
};

/** What could stand in a field, as a file has it; empty where the field's form says enough. */
export function exampleOf(node: SchemaNode, leaf: LeafNote | undefined, currency: string): string {
  const ref = node.$ref ?? node.anyOf?.find((option) => option.$ref)?.$ref ?? "";
  if (/date|launch/.test(ref)) return DATE;
  if (/clock/.test(ref)) return "9";
  if (/zone/.test(ref)) return "8";
  if (node.enum) return String(node.enum[0]);
  if (!leaf || !/quantity|series/.test(ref)) return node.default === undefined ? "" : JSON.stringify(node.default);
  const { unit, bounds = {} } = leaf;
  const { min = -Infinity, max = Infinity, exclusiveMin = -Infinity, integer } = bounds;
  const [low, high] = [Math.max(min, exclusiveMin), max];
  const usual = USUAL[unit] ?? (integer ? 2 : 0.5);
  const inside = usual > low && usual <= high ? usual : Number.isFinite(high) ? (Math.max(low, 0) + high) / 2 : low * 2;
  const value = integer ? Math.ceil(inside) : inside;
  return unit === "1" ? String(value) : `${value} ${unit.replace("money", currency)}`;
}
