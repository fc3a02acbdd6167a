import { Cache, keyOf } from "../../cache.ts";
import { choose } from "./choose.ts";
import { KeptDraws } from "./kept-draws.ts";
import { peopleCache } from "./people.ts";
import { totalUse } from "./totals.ts";
import { wake } from "./wake.ts";
import type { AgentMarket, AgentModel, RunCache } from "./model.ts";
import { updateEcosystems } from "./ecosystem.ts";

/** People in burn-ins kept at once: enough for a control's ends and the values between which it is moved to and fro. */
const KEPT_PEOPLE = 100_000;

export const newRunCache = (): RunCache => ({
  people: peopleCache(),
  burnIn: new Cache(KEPT_PEOPLE, ({ agents }) => agents.held.length),
  draws: new KeptDraws(),
});

/** All that a burn-in changes in a market. */
export interface Settled {
  readonly agents: AgentMarket["agents"];
  readonly flows: AgentMarket["flows"];
  readonly stale: Uint8Array;
  readonly ecosystems: readonly number[];
}

/** People find their products while money and time stand still. */
export function burnIn(model: AgentModel, market: AgentMarket): void {
  const { cache } = model;
  if (!cache || model.burnInTicks === 0) return settle(model, market);
  const settled = cache.burnIn.get(burnInKey(model, market), () => {
    settle(model, market);
    return outcome(market);
  });
  restore(market, settled);
}

function settle(model: AgentModel, market: AgentMarket): void {
  for (; market.tick < 0; market.tick++, market.day += 7) {
    wake(model, market, 1);
    choose(model, market, 1);
    totalUse(model, market, 1);
    updateEcosystems(model, market, () => 1);
  }
}

const outcome = ({ agents, flows, products, vendors }: AgentMarket): Settled =>
  structuredClone({ agents, flows, stale: products.stale, ecosystems: vendors.map((v) => v.ecosystem) });

function restore(market: AgentMarket, { agents, flows, stale, ecosystems }: Settled): void {
  market.tick = 0;
  market.day = 0;
  copyInto(market.agents, agents);
  copyInto(market.flows, flows);
  market.products.stale.set(stale);
  ecosystems.forEach((x, v) => (market.vendors[v].ecosystem = x));
}

type Columns = AgentMarket["agents"] | AgentMarket["flows"];

function copyInto(to: Columns, from: Columns): void {
  for (const [name, value] of Object.entries(from)) {
    const place = to[name as keyof typeof to] as unknown;
    if (ArrayBuffer.isView(place)) (place as Float64Array).set(value as Float64Array);
    else Object.assign(to, { [name]: structuredClone(value) });
  }
}

/**
 * Everything the burn-in reads. Rather too much than too little: only what cannot act before the first tick is left out
 * (news, of which there is none; growth, which has not begun; products not on sale yet).
 */
function burnInKey(model: AgentModel, market: AgentMarket): string {
  const { live } = market.products;
  const onSale = (column: ArrayLike<unknown>) => Array.from(column, (x, k) => (live[k % live.length] === 1 ? x : 0));
  const { terms: _terms, ...offers } = market.offers; // what they were worked out for says no more than they do
  const { segments, growth: _growth, news: _news, awareness, agents: _agents, ...demand } = model.demand;
  return keyOf({
    people: model.peopleKey,
    demand: { ...demand, awareness: { ...awareness, news: 0 } },
    segments: Object.values(segments).map(({ label: _label, growth: _grows, attention, adoption, ...segment }) => ({
      ...segment,
      attention: attention.base,
      adoption: adoption.base,
    })),
    ticks: model.burnInTicks,
    offers: Object.values(offers).map(onSale),
    products: model.products.map(({ vendor, meter, product }) => ({ vendor, meter, free: product.free })),
    live: market.products.live,
    input: onSale(market.products.price.input),
    volume: onSale(market.products.tariff.map((tariff) => tariff?.volume?.terms ?? null)), // offers hold its mean
    trust: onSale(market.products.trust),
    vendors: model.vendors.map(({ vendor }) => vendor.trustBy),
    shape: Object.values(market.agents).map((column) => (ArrayBuffer.isView(column) ? column.byteLength : 0)),
  });
}
