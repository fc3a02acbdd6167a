import type { Arm } from "../parts/paired.ts";

/** What scenarios of a page are called in queries: by their ids, and where two have the same, by their letters too. */
export const armIds = (arms: readonly Pick<Arm, "letter" | "scenario">[]): string[] => {
  const ids = arms.map(({ scenario }) => scenario.id);
  return arms.map(({ letter }, k) =>
    ids.indexOf(ids[k]) === ids.lastIndexOf(ids[k]) ? ids[k] : `${ids[k]} ${letter}`,
  );
};
