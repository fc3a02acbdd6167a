import type { Scenario } from "../scenario/scenario.ts";
import type { Tariff } from "../scenario/tariff.ts";
import type { Finding } from "../text/errors.ts";
import type { Text } from "../text/text.ts";
import { tariffFindings } from "./tariff-checks.ts";

type Path = readonly (string | number)[];

/** What is wrong with a tariff posted on a day, by an event or a strategy's list. */
export const postedFindings = (scenario: Scenario, { arena, tariff, date }: Posted, path: Path): Finding[] => [
  ...tariffFindings(scenario, arena, tariff, path),
  ...overBefore(tariff, date, path),
];

interface Posted {
  readonly arena: string;
  readonly tariff: Tariff;
  readonly date: string;
}

/** Promotions whose last day is before the one that posts them. */
function overBefore({ promotions }: Tariff, posted: string, path: Path): Finding[] {
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
