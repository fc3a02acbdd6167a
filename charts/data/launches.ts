import { type Language, priceOf, type Said, say } from "../../engine/index.ts";
import { productName } from "../../words/names.ts";
import { meterOf, tariffText } from "./lanes.ts";
import type { Run } from "./lines-of.ts";

/** A product that comes on the market while a run goes on. */
interface Launch {
  readonly tick: number;
  readonly date: string;
  readonly text: string;
}

const enters = {
  en: (name: string, price: string) => `${name} enters at ${price}`,
  zh: (name: string, price: string) => `${name} 以 ${price} 入场`,
} satisfies Said<(name: string, price: string) => string>;

/** The launches of a run, in the order of its scenario. */
export function launchesOf({ scenario, recording }: Run, lang: Language): Launch[] {
  return Object.entries(scenario.vendors).flatMap(([v, { products }]) =>
    Object.entries(products).flatMap(([p, { launch, price }]) => {
      if (!launch || launch === "never") return [];
      const id = `${v}.${p}`;
      const tick = recording.dates.findIndex((d) => d >= launch);
      const text = say(enters, lang)(
        productName(scenario, id, lang),
        tariffText(priceOf(price), meterOf(recording, id), lang),
      );
      return tick < 0 ? [] : [{ tick, date: launch, text }];
    }),
  );
}
