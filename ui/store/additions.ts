import { type Product, type Scenario, segmentsOf, type Text } from "../../engine/index.ts";
import { type Session, setPatch } from "./session.ts";

/** Vendors, products and segments that somebody adds: copies of what there is, under their own name and price. */

/** An id from a name: “Northstar AI” is northstar-ai; what has no Latin letters is numbered. */
function idFor(name: string, taken: readonly string[]): string {
  const plain =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "") || "new";
  const first = /^[a-z]/.test(plain) ? plain : `new-${plain}`;
  if (!taken.includes(first)) return first;
  for (let k = 2; ; k++) if (!taken.includes(`${first}-${k}`)) return `${first}-${k}`;
}

const bothNames = (name: string): Text => ({ en: name, zh: name });

export interface NewProduct {
  readonly name: string;
  readonly like: string; // vendor.product it is a copy of
  readonly input: number; // [money/Mtok]
  readonly output: number;
  readonly launch: string | null; // null: on the market from the start
}

const part = (id: string): [string, string] => [id.slice(0, id.indexOf(".")), id.slice(id.indexOf(".") + 1)];

function productLike({ vendors }: Scenario, { name, like, input, output, launch }: NewProduct): Product {
  const [vendor, product] = part(like);
  const { free: _free, openWeights: _weights, strategy: _own, ...copied } = vendors[vendor].products[product];
  return { ...copied, name: bothNames(name), price: { input, output }, tariff: null, launch, reference: false };
}

/** Puts a vendor in, like another in money, costs and pricing, with one product. Says under which id. */
export function addVendor(
  s: Session,
  scenario: Scenario,
  name: string,
  like: string,
  product: NewProduct,
): { readonly session: Session; readonly id: string } {
  const id = idFor(name, Object.keys(scenario.vendors));
  const { short: _short, ...copied } = scenario.vendors[like];
  const products = { [idFor(product.name, [])]: productLike(scenario, product) };
  const vendor = { ...copied, name: bothNames(name), products };
  return { session: setPatch(s, `vendors.${id}`, vendor), id };
}

/** Puts a product in, of a vendor there is or one that was added. */
export function addProduct(s: Session, scenario: Scenario, vendor: string, product: NewProduct): Session {
  const id = idFor(product.name, Object.keys(scenario.vendors[vendor].products));
  return setPatch(s, `vendors.${vendor}.products.${id}`, productLike(scenario, product));
}

type Plan = NonNullable<Product["plan"]>;

interface NewPlan {
  readonly name: string;
  readonly like: string; // vendor.product whose model it gives
  readonly fee: number; // [money/month]
  readonly quota: number; // [Mtok] of each window
  readonly every: Plan["quota"][number]["every"];
  readonly beyond: Plan["beyond"];
  readonly segment: string; // who looks at it
}

const PLANS = "plans";

/** Puts a plan by the month in, the arena it is sold in, and who looks there. */
export function addPlan(s: Session, scenario: Scenario, vendor: string, plan: NewPlan): Session {
  const { name, like, fee, quota, every, beyond, segment } = plan;
  const copied = productLike(scenario, {
    name,
    like,
    input: 0,
    output: 0,
    launch: null,
  });
  const id = idFor(name, Object.keys(scenario.vendors[vendor].products));
  const terms: Plan = {
    quota: [{ tokens: quota, every }],
    beyond,
    slow: SLOW,
    overage: { input: OVERAGE, output: OVERAGE },
    covers: [],
  };
  const arena = { meter: "month", label: { en: "plans", zh: "套餐" } };
  const { also } = segmentsOf(scenario)[segment];
  const withArena = scenario.arenas[PLANS] ? s : setPatch(s, `arenas.${PLANS}`, arena);
  const looked = also.includes(PLANS)
    ? withArena
    : setPatch(withArena, `demand.segments.${segment}.also`, [...also, PLANS]);
  return setPatch(looked, `vendors.${vendor}.products.${id}`, {
    ...copied,
    price: { month: fee },
    arena: PLANS,
    plan: terms,
  });
}

const OVERAGE = 0; // nothing is paid beyond: it stops or slows down
const SLOW = 0.5; // of what a token is worth: what waiting costs where a plan slows down

/** Puts a segment in, like another, so many times as large. */
export function addSegment(s: Session, scenario: Scenario, name: string, like: string, times: number): Session {
  const segments = segmentsOf(scenario);
  const id = idFor(name, Object.keys(segments));
  const copied = segments[like];
  return setPatch(s, `demand.segments.${id}`, { ...copied, label: bothNames(name), weight: copied.weight * times });
}
