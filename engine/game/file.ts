import { fingerprint } from "../recording/fingerprint.ts";
import type { MarketEvent, Scenario } from "../scenario/scenario.ts";
import { quarterOf } from "./calendar.ts";
import type { DatedMove } from "./decisions.ts";
import type { Decisions, Game, PriceDecision, Round } from "./game.ts";
import { gameScenario, overlayOf } from "./scenario.ts";
import { playable } from "./seats.ts";

/**
 * A game as a scenario file, plain data to be written as YAML: the scenario it extends, and what was played. A file may
 * count its clock in weeks; a game says its end instead.
 */
export function gameFile(base: Scenario, game: Game): Readonly<Record<string, unknown>> {
  const { clock, ...overlay } = overlayOf(base, game);
  return { extends: game.setup.base, ...overlay, clock: { weeks: null, ...clock } };
}

/** Whether a file is a game that can be played on, and says nothing else that its replay would miss. */
type Soundness = "sound" | "seats" | "rounds" | "changed";

/** Holds a file against the game read from it, on the scenario it was played on. */
export function soundness(base: Scenario, file: Scenario, game: Game): Soundness {
  const { seats, quarters } = game.setup;
  const vendors = seats.map((s) => s.vendor);
  if (new Set(vendors).size < vendors.length || vendors.some((v) => !playable(base).includes(v))) return "seats";
  if (game.rounds.length > quarters) return "rounds";
  return fingerprint(gameScenario(base, game)) === fingerprint(file) ? "sound" : "changed";
}

/** What a seat did in a quarter, while it is being put together. */
type Building = { -readonly [K in keyof Decisions]: Decisions[K] };

/** The game that a scenario is the file of; null where nobody played it. */
export function readGame(scenario: Scenario): Game | null {
  const { game } = scenario;
  if (!game) return null;
  const { played, ...setup } = game;
  const rounds: Record<string, Building>[] = Array.from({ length: played }, () => ({}));
  const seats = new Set(setup.seats.map(({ vendor }) => vendor));
  const cell = (vendor: string, date: string) =>
    seats.has(vendor) ? ((rounds[quarterOf(scenario, date)] ?? {})[vendor] ??= {}) : {};
  for (const vendor of seats) {
    const moves = (scenario.vendors[vendor]?.strategy.moves ?? []) as readonly DatedMove[];
    for (const { date, product, price } of moves) {
      const at = cell(vendor, date);
      at.prices = { ...at.prices, [product]: price as PriceDecision };
    }
  }
  for (const event of scenario.events) readEvent(event, cell);
  return { setup, rounds: rounds as readonly Round[] };
}

type Cell = (vendor: string, date: string) => Building;

const READ: Readonly<Record<string, (event: MarketEvent, cell: Cell) => void>> = {
  "research-budget": (e, cell) => (cell(String(e.vendor), e.date).research = e.spend as number),
  "fleet-size": (e, cell) => (cell(String(e.vendor), e.date).gpus = (e.gpus as number | undefined) ?? null),
  credits: (e, cell) => (cell(String(e.vendor), e.date).credits = e.amount as number),
  allowance(e, cell) {
    const [vendor, ...product] = String(e.product).split(".");
    const at = cell(vendor, e.date);
    at.free = { ...at.free, [product.join(".")]: e.quota as number };
  },
};

const readEvent = (event: MarketEvent, cell: Cell): void => READ[event.kind]?.(event, cell);
