import type { Scenario } from "../scenario/scenario.ts";
import type { Tariff } from "../scenario/tariff.ts";
import type { Finding } from "../text/errors.ts";
import type { Text } from "../text/text.ts";

type Path = readonly (string | number)[];

/** Promotions whose last day is before the one that posts them. */
export function overBefore({ promotions }: Tariff, posted: string, path: Path): Finding[] {
  return promotions.flatMap(({ until, ended }, k): Finding[] => {
    const last = ended ?? until;
    if (last === null || last >= posted) return [];
    return [{ path: [...path, "promotions", k, ended === null ? "until" : "ended"], text: over(last, posted) }];
  });
}

const over = (last: string, posted: string): Text => ({
  en: `the promotion is over on ${last}, before ${posted}: nothing comes of it`,
  zh: `促销到 ${last} 为止，早于 ${posted}，不会产生任何影响`,
});

/** Promotions of the opening that are over before it: an older market's, met on a later clock. Said, not refused. */
export const overAtStart = ({ vendors, clock }: Scenario): Finding[] =>
  Object.entries(vendors).flatMap(([v, { products }]) =>
    Object.entries(products).flatMap(([p, { tariff }]) =>
      tariff ? overBefore(tariff, clock.start, ["vendors", v, "products", p, "tariff"]) : [],
    ),
  );
