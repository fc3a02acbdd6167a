import type { Seat } from "../../../engine/game/index.ts";
import type { Language, Scenario } from "../../../engine/index.ts";
import { vendorName } from "../../../words/names.ts";

/** What a seat is called: its team, or the vendor it plays. */
export const seatName = (scenario: Scenario, { vendor, team }: Seat, lang: Language): string =>
  team ?? vendorName(scenario, vendor, lang);
