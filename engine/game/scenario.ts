import { hasLastingUsers, withAgents } from "../demand/demand-model.ts";
import type { GameRecord, MarketEvent, Scenario, StrategyChoice, Vendor } from "../scenario/scenario.ts";
import { type Language, type Said, say, type Text } from "../text/text.ts";
import { gameEnd, TICK_DAYS } from "./calendar.ts";
import { eventsOf, movesOf } from "./decisions.ts";
import type { Game, Setup } from "./game.ts";
import { fleetOf, researchOf } from "./outfit.ts";
import { rivalStrategy } from "./rivals.ts";

/** Simulated people of a game: a quarter is played in well under a second, and small vendors still have users. */
const AGENTS = 5000;

/** What a game says over the scenario it is played on; as a file it is this and `extends`. Canonical units. */
interface Overlay {
  readonly id: string;
  readonly title: Text;
  readonly clock: { readonly end: string; readonly tickDays: number };
  readonly demand?: { readonly agents: number };
  readonly vendors: Readonly<Record<string, VendorOverlay>>;
  readonly events: readonly MarketEvent[];
  readonly expect: readonly never[]; // what the scenario claims of itself need not hold of a game
  readonly game: GameRecord;
}

type VendorOverlay = Partial<Pick<Vendor, "research" | "fleet" | "inProportion">> & {
  readonly strategy: StrategyChoice;
};

export function overlayOf(base: Scenario, { setup, rounds }: Game): Overlay {
  const seats = new Set(setup.seats.map((s) => s.vendor));
  const vendors = Object.entries(base.vendors).flatMap(([id, vendor]): [string, VendorOverlay][] => {
    if (seats.has(id)) return [[id, seated(base, id, { setup, rounds })]];
    const strategy = rivalStrategy(base, vendor, setup.rivals);
    return strategy ? [[id, { strategy }]] : [];
  });
  return {
    id: `${base.id}-game`,
    title: titleOf(base, setup),
    clock: { end: gameEnd(base, setup.quarters), tickDays: TICK_DAYS },
    ...(hasLastingUsers(base) && { demand: { agents: withAgents(base, AGENTS).demand.agents } }),
    vendors: Object.fromEntries(vendors),
    events: eventsOf(base, rounds),
    expect: [],
    game: recordOf({ setup, rounds }),
  };
}

const recordOf = ({ setup: { base, rivals, quarters, goal, seed, seats }, rounds }: Game): GameRecord => ({
  base,
  rivals,
  quarters,
  played: rounds.length,
  goal,
  seed,
  seats: seats.map(({ vendor, team }) => (team ? { vendor, team } : { vendor })),
});

function seated(base: Scenario, id: string, { rounds }: Game): VendorOverlay {
  const vendor = base.vendors[id];
  const fleet = fleetOf(base, vendor);
  return {
    strategy: { kind: "player", moves: movesOf(base, id, rounds) },
    research: researchOf(base, vendor),
    inProportion: true,
    ...(fleet && { fleet }),
  };
}

const COMMA: Said<string> = { en: ", ", zh: "、" };

function titleOf(base: Scenario, { seats }: Setup): Text {
  const name = ({ vendor, team }: Setup["seats"][number], lang: Language) =>
    team ?? say(base.vendors[vendor].short ?? base.vendors[vendor].name, lang);
  const names = (lang: Language) => seats.map((s) => name(s, lang)).join(say(COMMA, lang));
  return { en: `A game of ${names("en")}: ${base.title.en}`, zh: `${names("zh")}的对局：${base.title.zh}` };
}

/** The scenario that a game is: what its file reads as. */
export function gameScenario(base: Scenario, game: Game): Scenario {
  const { demand, clock, vendors, events, ...over } = overlayOf(base, game);
  const merged = Object.entries(base.vendors).map(([id, vendor]) => [id, { ...vendor, ...vendors[id] }]);
  return {
    ...base,
    ...over,
    clock: { ...base.clock, ...clock },
    demand: { ...base.demand, ...demand } as Scenario["demand"],
    vendors: Object.fromEntries(merged),
    events: [...base.events.filter(({ date }) => date <= clock.end), ...events],
  };
}
