// What people do on a day, as the model's equations say it, for programs of one object a person (see capture.ts).
import { readFileSync } from "node:fs";

export const readYear = (file) => JSON.parse(readFileSync(file, "utf8"));

/** What one segment sees today, its goods by product. */
export function dayOf(year, day) {
  return day.segments.map((segment) => {
    const offers = Array.from(year.products, () => null);
    for (const good of segment.goods) offers[good.product] = { ...good, vendor: year.products[good.product].vendor };
    return { ...segment, day: day.day, offers, list: offers.filter((o) => o) };
  });
}

/** Whether a person pays attention today, and if so what it does. */
export function live(year, person, seen) {
  if (wakes(person, seen)) decide(year, person, seen);
}

function wakes(person, seen) {
  const draw = Math.random();
  if (person.held >= 0) {
    const offer = seen.offers[person.held];
    return offer === null || draw < offer.looksAgain; // its product is gone, or it looks around
  }
  if (person.aware) return draw < seen.considers;
  if (draw < seen.hears) person.aware = true;
  return false;
}

function decide(year, person, seen) {
  const vendor = person.held >= 0 ? year.products[person.held].vendor : -1;
  const loyalty = vendor < 0 ? 0 : person.switching * (1 - Math.exp(-(seen.day - person.since) / year.loyaltyDays));
  let [best, pick, reach] = [-Infinity, -1, -Infinity];
  for (const offer of seen.list) {
    if (offer.lnQuality < person.qualityFloor) continue;
    const worth = person.value * offer.quality;
    const shift = offer.quota === null ? 0 : gain(person, seen, offer);
    const price = priceOf(person, offer) / worth;
    const net = offer.lnQuality - price + shift;
    let utility = offer.base - price + shift + year.mu * person.tastes[offer.product];
    if (offer.product === person.held) utility += loyalty;
    else if (offer.vendor === vendor) utility += loyalty * year.sameVendor;
    if (net > reach) reach = net;
    if (utility > best) [best, pick] = [utility, offer.product];
  }
  const to = reach >= person.lnFixedCost - (person.held >= 0 ? year.sunk : 0) ? pick : -1;
  if (to === person.held) return;
  person.held = to;
  person.since = seen.day;
  if (person.adopted === null && to >= 0) person.adopted = seen.day;
}

/** What the agent's whole volume costs it per unit of volume: a subscription weighs on all of it. */
const priceOf = (person, { input, output }) =>
  person.perSubscription ? input / person.volume : (1 - person.outputShare) * input + person.outputShare * output;

/** ln of the surplus with an allowance over that without. */
function gain(person, seen, offer) {
  const satiation = person.volume * seen.growth;
  const worth = person.value * offer.quality;
  const price = priceOf(person, offer);
  const { surplus } = withAllowance(satiation, price, worth, offer.quota);
  return surplus > 0 ? Math.log(surplus / (worth * satiation)) + price / worth : -1e6;
}

function withAllowance(satiation, price, worth, quota) {
  const paid = price > 0 ? satiation * Math.exp(-price / worth) : 0;
  const tokens = Math.max(Math.min(satiation, quota), paid);
  if (tokens <= 0) return { tokens: 0, surplus: 0 };
  return {
    tokens,
    surplus: worth * tokens * (1 + Math.log(satiation / tokens)) - price * (tokens - Math.min(tokens, quota)),
  };
}

/** Tokens a person uses this week, by today's offer. */
export function tokensOf(year, person, seen) {
  const offer = seen.offers[person.held];
  if (!offer) return 0;
  const ramp = 1 - (1 - year.rampStart) * Math.exp(-(seen.day - person.adopted) / year.rampDays);
  const satiation = person.volume * seen.growth * ramp;
  const worth = person.value * offer.quality;
  if (offer.quota !== null) return withAllowance(satiation, priceOf(person, offer), worth, offer.quota).tokens;
  return person.perSubscription ? satiation : satiation * Math.exp(-priceOf(person, offer) / worth);
}

/** As JSON has it: nobody has adopted on the day that stands for never. */
export const fresh = (given) => ({ ...given, adopted: given.held < 0 && given.adopted < -1e6 ? null : given.adopted });

/** Users and tokens by product, day after day, of which the last day and the sums over days are compared. */
export function newTotals(year) {
  const n = year.products.length;
  return {
    users: new Float64Array(n),
    tokens: new Float64Array(n),
    userDays: new Float64Array(n),
    tokenDays: new Float64Array(n),
  };
}

export function addUse(totals, person, tokens) {
  totals.users[person.held] += person.weight;
  totals.tokens[person.held] += person.weight * tokens;
}

export function closeDay(totals) {
  totals.users.forEach((x, j) => (totals.userDays[j] += x));
  totals.tokens.forEach((x, j) => (totals.tokenDays[j] += x));
}

export const clearDay = (totals) => (totals.users.fill(0), totals.tokens.fill(0));

export const report = ({ users, tokens, userDays, tokenDays }) => [...users, ...tokens, ...userDays, ...tokenDays];
