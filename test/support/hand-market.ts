import { agentModel } from "../../engine/demand/mixed-logit/model.ts";
import type { MixedLogit, Model, Scenario } from "../../engine/index.ts";
import { dayNumber, priceOf } from "../../engine/index.ts";

/**
 * A market of people who are all awake and aware, worked out agent by agent from the equations, one thing after another
 * and in double precision. Of the engine it takes the draws (traits and tastes) and nothing else. What is not written
 * here (news, fleets, apps) must be absent from the scenario.
 */
export interface HandTick {
  readonly users: number[]; // by product
  readonly tokens: number[];
  readonly output: number[];
  readonly revenue: number[];
  readonly cost: number[];
  readonly surplus: number;
  readonly profit: number[]; // by vendor
  readonly cash: number[];
  readonly credits: number[];
}

interface Person {
  held: number;
  second: number;
  since: number; // day
  adopted: number | null;
  credited: boolean[]; // by vendor
}

export function workOut(scenario: Scenario, model: Model): HandTick[] {
  const demand = scenario.demand as MixedLogit;
  const [segment] = Object.values(demand.segments);
  const { products } = model;
  const { population: p } = agentModel(model);
  const vendors = model.vendors.map((v) => v.vendor);
  const dt = model.tickDays / 7;
  const people: Person[] = Array.from({ length: p.size }, () => ({
    held: -1,
    second: -1,
    since: 0,
    adopted: null,
    credited: vendors.map(() => false),
  }));
  const price = products.map(({ product }) => ({
    ...priceOf(product.price),
    cached: product.price.cached ?? priceOf(product.price).input,
  }));
  const ecosystem = vendors.map(() => 0);
  const cash = vendors.map((v) => v.cash!);
  const experience = products.map(() => 0);
  const quality = products.map(({ product }) => Math.exp(product.quality) * (product.fit.dev ?? 1));
  const ticks: HandTick[] = [];

  for (let t = 0; t < model.ticks; t++) {
    const day = t * model.tickDays;
    for (const e of scenario.events) {
      if (Math.ceil((dayNumber(e.date) - model.startDay) / model.tickDays) !== t) continue;
      const j = products.findIndex((x) => x.id === e.product);
      const to = e.price as { input: number; output: number };
      price[j] = { ...to, cached: (price[j].cached / price[j].input) * to.input }; // hits stay in proportion
    }
    const live = products.map((x) => x.launchTick <= t);
    const growth = Math.exp(((demand.growth as number) * day) / 365);
    const offers = products.map((_, j) => offer(j, live));
    const paid = (i: number, j: number) =>
      (1 - p.outputShare[i]) * offers[j].input + p.outputShare[i] * offers[j].output;
    const worth = (i: number, j: number) => p.value[i] * quality[j];
    const asked = (i: number, j: number) => p.volume[i] * growth * Math.exp(-paid(i, j) / worth(i, j));
    const granted = vendors.map(() => 0);

    people.forEach((who, i) => {
      const [first, reach] = best(i, who.held, -1);
      const sunk = who.held >= 0 ? demand.sunk : 0;
      const to = reach >= Math.log(p.fixedCost[i]) - sunk ? first : -1;
      const beside = to >= 0 && p.secondShare[i] > 0 ? best(i, who.second, products[to].vendor)[0] : -1;
      if (to !== who.held && to >= 0) {
        const { vendor } = products[to];
        const { amount } = vendors[vendor].credits;
        if (amount > 0 && !who.credited[vendor])
          granted[vendor] += (p.weight[i] * paid(i, to) * Math.min(amount, 13 * asked(i, to))) / dt;
        who.credited[vendor] ||= amount > 0;
        who.adopted ??= day;
      }
      if (to !== who.held) who.since = day;
      [who.held, who.second] = [to, beside];
    });
    ticks.push(settle());

    /** Choice: ln g - p/(v g) + trust + kappa ln(1 + ecosystem) + loyalty + mu taste; and the best ln g - p/(v g). */
    function best(i: number, held: number, without: number): [number, number] {
      let [pick, most, reach] = [-1, -Infinity, -Infinity];
      products.forEach(({ vendor, product }, j) => {
        if (!live[j] || vendor === without || Math.fround(Math.log(quality[j])) < p.qualityFloor[i]) return;
        const full = p.volume[i] * growth;
        let cost = paid(i, j);
        const { amount } = vendors[vendor].credits;
        if (amount > 0 && !people[i].credited[vendor]) cost *= Math.max(0, 1 - amount / (13 * asked(i, j)));
        const net = product.free
          ? Math.log(used(i, j, full).surplus / (p.value[i] * full))
          : Math.log(quality[j]) - cost / worth(i, j);
        const loyal = p.switching[i] * (1 - Math.exp(-(day - people[i].since) / (7 * demand.loyalty.weeks)));
        const kin = held < 0 ? 0 : j === held ? 1 : vendor === products[held].vendor ? demand.loyalty.sameVendor : 0;
        const liked = vendors[vendor].trust + demand.ecosystem.weight * Math.log(1 + ecosystem[vendor]);
        const u = net + liked + kin * loyal + demand.mu * p.taste[i * products.length + j];
        if (net > reach) reach = net;
        if (u > most) [pick, most] = [j, u];
      });
      return [pick, reach];
    }

    /**
     * Use of j by a person who would want `full` at no price; an allowance is free, what goes beyond it is paid for.
     */
    function used(i: number, j: number, full: number): { tokens: number; free: number; surplus: number } {
      const [v, cost, quota] = [worth(i, j), paid(i, j), products[j].product.free?.quota ?? 0];
      const bought = full * Math.exp(-cost / v);
      const tokens = bought > quota ? bought : Math.min(full, quota);
      const gross = v * tokens * (1 + Math.log(full / tokens));
      return { tokens, free: Math.min(tokens, quota), surplus: gross - cost * Math.max(0, tokens - quota) };
    }

    function settle(): HandTick {
      const zero = () => products.map(() => 0);
      const [users, tokens, output, revenue, cost] = [zero(), zero(), zero(), zero(), zero()];
      let surplus = granted.reduce((a, b) => a + b, 0); // what a credit pays, its holder does not
      people.forEach((who, i) => {
        if (who.held < 0) return;
        users[who.held] += p.weight[i];
        const { start, weeks } = demand.ramp;
        const ramp = start + (1 - start) * (1 - Math.exp(-(day - who.adopted!) / (7 * weeks)));
        const full = p.volume[i] * growth * ramp;
        const parts =
          who.second < 0
            ? [[who.held, 1]]
            : [
                [who.held, 1 - p.secondShare[i]],
                [who.second, p.secondShare[i]],
              ];
        for (const [j, part] of parts) {
          const x = used(i, j, full * part);
          tokens[j] += p.weight[i] * x.tokens;
          output[j] += p.weight[i] * x.tokens * p.outputShare[i];
          revenue[j] += p.weight[i] * (x.tokens - x.free) * paid(i, j);
          surplus += p.weight[i] * x.surplus;
        }
        surplus -= p.weight[i] * full * p.value[i] * p.fixedCost[i];
      });
      const profit = vendors.map((v, k) => -v.outlays - granted[k]);
      products.forEach(({ vendor, product }, j) => {
        const c = product.cost as unknown as { input: number; output: number; learning?: number; reference?: number };
        const learnt = (1 + experience[j] / (c.reference ?? 1e7)) ** -(c.learning ?? 0) / vendors[vendor].load;
        const read = 1 - 0.9 * segment.cachedShare; // a cache hit costs a tenth of a miss
        cost[j] = learnt * ((tokens[j] - output[j]) * read * c.input + output[j] * c.output);
        profit[vendor] += revenue[j] - cost[j];
      });
      products.forEach((_, j) => (experience[j] += tokens[j] * dt));
      profit.forEach((x, k) => (cash[k] += x * dt));
      const all = users.reduce((a, b) => a + b, 0);
      vendors.forEach((_, k) => {
        const own = users.reduce((sum, x, j) => (products[j].vendor === k ? sum + x : sum), 0);
        ecosystem[k] +=
          ((demand.ecosystem.scale * own) / all - ecosystem[k]) * (1 - Math.exp(-demand.ecosystem.decay * dt));
      });
      return { users, tokens, output, revenue, cost, surplus, profit, cash: cash.slice(), credits: granted };
    }
  }
  return ticks;

  /** List prices net of cache hits and of what a segment has negotiated against the cheapest comparable. */
  function offer(j: number, live: readonly boolean[]): { input: number; output: number } {
    const { base, slope, most, band } = segment.discount;
    const rivals = products.filter(
      (x, k) => x.vendor !== products[j].vendor && live[k] && x.product.quality >= products[j].product.quality - band,
    );
    const least = Math.min(...rivals.map((x) => price[x.index].input));
    const gap = Math.max(0, Math.log(price[j].input / least));
    const pays = 1 - Math.min(most, base + slope * gap);
    const hits = segment.cachedShare * (price[j].cached - price[j].input);
    return { input: (price[j].input + hits) * pays, output: price[j].output * pays };
  }
}
