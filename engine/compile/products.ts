import { costModels } from "../costs/index.ts";
import { nameHash } from "../math/random.ts";
import type { PerTask, ProductSpec } from "../model/market.ts";
import { withDefaults } from "../registry.ts";
import type { Meter, Product, Scenario } from "../scenario/scenario.ts";
import { sample, tickOf, type Time } from "../scenario/series.ts";

export function productSpecs(scenario: Scenario, time: Time): ProductSpec[] {
  const specs: ProductSpec[] = [];
  Object.entries(scenario.vendors).forEach(([vendorId, vendor], v) => {
    for (const [productId, product] of Object.entries(vendor.products)) {
      const id = `${vendorId}.${productId}`;
      const model = costModels.get(product.cost.kind);
      specs.push({
        id,
        index: specs.length,
        vendor: v,
        owner: ownerOf(scenario, vendorId, product.owner),
        product,
        hash: nameHash(id),
        meter: meterOf(scenario, product.arena),
        plan: product.plan ?? null,
        perTask: perTask(product, time),
        launchTick: launchTick(product.launch, time),
        cost: model.prepare(withDefaults(model.parameters, product.cost), scenario.costs),
      });
    }
  });
  refuseCollisions(specs);
  return specs;
}

/** Tokens a task needs by tick; null where it needs the usual number all along. */
function perTask({ tokensPerTask, outputPerTask }: Product, time: Time): PerTask | null {
  if (tokensPerTask === 1 && outputPerTask === 1) return null;
  const [input, more] = [sample(tokensPerTask, time), sample(outputPerTask, time)];
  return { input, output: input.map((x, t) => x * more[t]) };
}

/** The product's own owner, or its vendor's, or the vendor itself. */
function ownerOf({ vendors }: Scenario, vendor: string, own: string | undefined): number {
  const owner = own ?? vendors[vendor].owner ?? vendor;
  return Object.keys(vendors).indexOf(owner);
}

function launchTick(launch: string | null, time: Time): number {
  if (launch === null) return -1;
  return launch === "never" ? Infinity : tickOf(launch, time);
}

/** Two products of one name in random draws would share every agent's taste. */
function refuseCollisions(products: readonly ProductSpec[]): void {
  const byHash = new Map<number, string>();
  for (const { id, hash } of products) {
    const other = byHash.get(hash);
    if (other !== undefined) throw new Error(`products ${other} and ${id} collide in random draws: rename one of them`);
    byHash.set(hash, id);
  }
}

/** What is billed in an arena. */
export const meterOf = ({ arenas }: Scenario, arena: string): Meter => arenas[arena]?.meter ?? "token";
