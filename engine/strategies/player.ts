import type { ParameterTable } from "../registry.ts";
import type { DatedPrice } from "../scenario/tariff.ts";
import { fallingDue } from "./dated.ts";
import { strategy } from "./strategy.ts";

/** What a player has decided while the market runs, and up to which day its moves have been posted. */
export interface PlayerMemory {
  readonly queue: DatedPrice[]; // plain data: whoever drives the market puts the person's moves here
  done: number;
}

const parameters = {
  moves: {
    type: "schedule",
    default: [],
    label: { en: "Moves so far", zh: "已出的招" },
    help: {
      en: "Entries {date, product, price: {input, output}}",
      zh: "条目 {date, product, price: {input, output}}",
    },
  },
} as const satisfies ParameterTable;

/**
 * A person. Moves come as dated data: with the scenario, which replays a game, or into the memory while the market
 * runs. Every move is in the market's list of moves, so that a game played can be written down and replayed.
 */
export const player = strategy({
  id: "player",
  label: { en: "A person", zh: "真人玩家" },
  description: {
    en: "A person decides: prices come from a list of dated moves, which can be replayed.",
    zh: "由真人决定：价格来自带日期的出招记录，可以重放。",
  },
  parameters,
  reasons: { player: { en: "a person's move", zh: "真人出招" } },
  example: { moves: [{ date: "2024-06-01", product: "main", price: { input: 2 } }] },
  remember: (): PlayerMemory => ({ queue: [], done: -1 }),
  decide(view, { moves }, memory) {
    const due = fallingDue(view, [...moves, ...memory.queue], memory.done, "player");
    memory.done = view.day;
    memory.queue.splice(0, memory.queue.length, ...memory.queue.filter((m) => m.day > view.day));
    return due;
  },
});
