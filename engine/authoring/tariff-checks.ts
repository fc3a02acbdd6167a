import { segmentsOf } from "../demand/demand-model.ts";
import { inFull, priceOf } from "../price.ts";
import type { Product, Scenario } from "../scenario/scenario.ts";
import type { PriceChange, Tariff } from "../scenario/tariff.ts";
import { unscalable } from "../tariff/open-tariff.ts";
import { type Finding, unknownName } from "../text/errors.ts";
import type { Text } from "../text/text.ts";

type Path = readonly (string | number)[];

/** What tariffs, plans and the segments that meet them name must exist, and make sense together. */
export function tariffChecks(scenario: Scenario): Finding[] {
  const products = Object.entries(scenario.vendors).flatMap(([v, vendor]) =>
    Object.entries(vendor.products).flatMap(([p, product]) => {
      const path: Path = ["vendors", v, "products", p];
      return [...ofTariff(scenario, product, path), ...ofPlan(scenario, product, vendor.products, path)];
    }),
  );
  return [...products, ...arenas(scenario)];
}

function ofTariff(scenario: Scenario, { tariff, price, arena }: Product, path: Path): Finding[] {
  if (!tariff) return [];
  const free = changesOf(tariff)
    .filter(([step]) => unscalable(step, inFull(priceOf(price))))
    .map(([, at]): Finding => ({ path: [...path, "tariff", ...at, "price"], text: FREE_LIST }));
  return [...free, ...tariffFindings(scenario, arena, tariff, [...path, "tariff"])];
}

/** What a tariff names must exist where it is posted, at the start or on a date. */
export function tariffFindings(scenario: Scenario, arena: string, tariff: Tariff, path: Path): Finding[] {
  const names = Object.keys(segmentsOf(scenario));
  const found = Object.keys(tariff.discounts)
    .filter((id) => !names.includes(id))
    .map((id): Finding => ({ path: [...path, "discounts", id], text: unknownName(SEGMENT, id, names) }));
  const meter = scenario.arenas[arena]?.meter ?? "token";
  if (meter !== "token" && (tariff.brackets || tariff.hours || tariff.batch !== null))
    found.push({ path, text: BY_TOKEN });
  return found;
}

const SEGMENT = { en: "segment", zh: "用户群" };
const FREE_LIST: Text = {
  en: "the list price is 0, so no price can be set over it: state a list price, or the change as times",
  zh: "目录价为 0，无法以它为基准换算：请写出目录价，或改写为 times 倍数",
};
const BY_TOKEN: Text = {
  en: "brackets, hours and batch are of products billed by the token",
  zh: "分段、分时和批处理只适用于按 token 计费的产品",
};

/** Every change of a list that a tariff holds, with its place. */
const changesOf = ({ brackets, hours, promotions }: Tariff): (readonly [PriceChange, Path])[] => [
  ...(brackets?.steps ?? []).map((step, k) => [step, ["brackets", "steps", k]] as const),
  ...(hours?.windows ?? []).map((window, k) => [window, ["hours", "windows", k]] as const),
  ...promotions.map((promotion, k) => [promotion, ["promotions", k]] as const),
];

function ofPlan(
  scenario: Scenario,
  { plan, arena, free }: Product,
  siblings: Readonly<Record<string, Product>>,
  path: Path,
): Finding[] {
  const byMonth = scenario.arenas[arena]?.meter === "month";
  const found: Finding[] = [];
  if (byMonth && free) found.push({ path: [...path, "free"], text: NO_FREE });
  if (!plan) return found;
  if (!byMonth) found.push({ path: [...path, "plan"], text: BY_MONTH });
  const covered = plan.covers.map(({ product }) => product);
  for (const [k, id] of covered.entries()) {
    const text = covering(siblings, id) ?? (covered.indexOf(id) < k ? COVERED_TWICE : null);
    if (text) found.push({ path: [...path, "plan", "covers", k, "product"], text });
  }
  return found;
}

/** Why a plan gives no access to a product of its vendor, or null. */
function covering(siblings: Readonly<Record<string, Product>>, id: string): Text | null {
  const names = Object.keys(siblings).filter((name) => !siblings[name].plan);
  if (siblings[id]?.plan) return plansCoverModels(id, names);
  return siblings[id] ? null : unknownName({ en: "product of this vendor", zh: "本厂商的产品" }, id, names);
}

const plansCoverModels = (id: string, models: readonly string[]): Text => ({
  en: `“${id}” is a plan itself: a plan covers models, like ${models[0] ?? "one billed by the token"}`,
  zh: `“${id}”本身就是套餐：套餐包含的应是模型，如 ${models[0] ?? "按 token 计费的产品"}`,
});
const COVERED_TWICE: Text = {
  en: "the plan names this model twice: it burns the quota at one rate",
  zh: "套餐重复列出了该模型：每个模型只有一个消耗倍速",
};
const NO_FREE: Text = {
  en: "a subscription is paid whatever is used: what it includes is said in plan: {quota: [{tokens: 30 Mtok}]}",
  zh: "订阅无论用多少都要付费：包含的额度请写 plan: {quota: [{tokens: 30 Mtok}]}",
};
const BY_MONTH: Text = {
  en: "a plan is billed by the month: put it in an arena with {meter: month}, which segments look at with also: [...]",
  zh: "套餐按月计费：请放在 {meter: month} 的竞技场，用户群用 also: [...] 同时考虑它",
};

/** Arenas that segments look at besides their own. */
function arenas(scenario: Scenario): Finding[] {
  const known = new Set(
    Object.values(scenario.vendors).flatMap(({ products }) => Object.values(products).map((p) => p.arena)),
  );
  return Object.entries(segmentsOf(scenario)).flatMap(([id, { arena, also }]) =>
    also.flatMap((other, k) => {
      const path = ["demand", "segments", id, "also", k];
      if (!known.has(other)) return [{ path, text: unknownName({ en: "arena", zh: "竞技场" }, other, [...known]) }];
      const meters = [arena, other].map((name) => scenario.arenas[name]?.meter ?? "token");
      return meters.includes("second") && meters[0] !== meters[1] ? [{ path, text: NO_VIDEO }] : [];
    }),
  );
}

const NO_VIDEO: Text = {
  en: "seconds of video cannot be held against tokens or months",
  zh: "按秒计费的视频不能与按 token 或按月计费的产品放在一起比较",
};
