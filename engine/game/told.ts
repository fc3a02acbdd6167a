import type { Move } from "../model/market.ts";
import type { News } from "./report.ts";

/** What one vendor did to its prices for one reason, told once: each product from its first price to its last. */
interface MovesTold {
  readonly kind: "moves";
  readonly date: string; // of the first
  readonly last: string; // of the last
  readonly vendor: string;
  readonly products: readonly { readonly product: string; readonly from: Move["from"]; readonly to: Move["to"] }[];
  readonly move: Move; // the first: its rule and reason are those of all
}

/** News with each vendor's moves of one reason told together, in the order in which they began. */
export function toldOnce(news: readonly News[]): (Exclude<News, { kind: "move" }> | MovesTold)[] {
  const told: (Exclude<News, { kind: "move" }> | MovesTold)[] = [];
  const places = new Map<string, number>();
  for (const item of news) {
    if (item.kind !== "move") {
      told.push(item);
      continue;
    }
    const vendor = item.product.slice(0, item.product.indexOf("."));
    const key = JSON.stringify([vendor, item.move.rule, item.move.because]);
    const place = places.get(key);
    if (place === undefined) {
      places.set(key, told.length);
      told.push({
        kind: "moves",
        date: item.date,
        last: item.date,
        vendor,
        products: [changeOf(item)],
        move: item.move,
      });
    } else told[place] = joined(told[place] as MovesTold, item);
  }
  return told;
}

type MoveNews = Extract<News, { kind: "move" }>;

const changeOf = ({ product, move }: MoveNews) => ({ product, from: move.from, to: move.to });

function joined(before: MovesTold, item: MoveNews): MovesTold {
  const known = before.products.some((p) => p.product === item.product);
  const products = known
    ? before.products.map((p) => (p.product === item.product ? { ...p, to: item.move.to } : p))
    : [...before.products, changeOf(item)];
  return { ...before, last: item.date, products };
}
