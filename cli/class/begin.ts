import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { type ClassEvent, LEVERS, MAX_MARKETS, SHOWS, type Show } from "../../engine/class/index.ts";
import { GOALS, type Goal, playable } from "../../engine/game/index.ts";
import { gameIds, planOf, type ReadyGame, readGameFolder, shortName } from "../../server/games/ready-game.ts";
import { secret } from "../../server/room.ts";
import { oneOf } from "../problem-words.ts";
import { logExists, noGame, notPlayable, seatTwice } from "./problem-words.ts";
import { gamesFolder, isScenario, openScenario, scenarioText } from "../scenario.ts";
import { type Options, UsageError } from "../verb.ts";
import { wholeNumber } from "../whole-number.ts";

/** Letters and digits that nobody confuses on a projector. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 5;
/** People simulated in a market of a teacher's own scenario: many markets have to run at once. */
const AGENTS = 3000;

/** The opening of a class that has not met yet, and where its log will be. */
export function newClass(name: string, options: Options): { readonly events: ClassEvent[]; readonly file: string } {
  const game = gameNamed(name, options);
  const seats = options.seats === undefined ? undefined : String(options.seats).split(",");
  const stranger = (seats ?? game.rules.seats).find((v) => !playable(game.scenario).includes(v));
  if (stranger !== undefined) throw new UsageError(notPlayable(stranger, playable(game.scenario)));
  const twice = seats?.find((v, k) => seats.indexOf(v) < k);
  if (twice !== undefined) throw new UsageError(seatTwice(twice));
  const plan = planOf(game, {
    markets: whole("--markets", options.markets, 1, MAX_MARKETS) ?? 1,
    seed: options.seed,
    seats,
    rounds: whole("--rounds", options.rounds, 1, 20),
    minutes: whole("--minutes", options.minutes, 0, 30),
    show: among<Show>("--show", options.show, SHOWS),
    goal: among<Goal>("--goal", options.goal, GOALS),
    talk: options.talk === true ? true : undefined,
  });
  const code = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const file = options.log === undefined ? `class-${code}.jsonl` : String(options.log);
  if (existsSync(file)) throw new UsageError(logExists(file));
  return { events: [{ kind: "open", at: Date.now(), code, plan, boardKey: secret() }], file };
}

const whole = (flag: string, given: unknown, low: number, high: number): number | undefined =>
  given === undefined ? undefined : wholeNumber(flag, String(given), low, high);

function among<T extends string>(flag: string, given: unknown, of: readonly T[]): T | undefined {
  const found = of.find((x) => x === given);
  if (given !== undefined && found === undefined) throw new UsageError(oneOf(flag, given, of));
  return found;
}

/** A ready game by its name, or a scenario of the library or of one's own with the usual rules. */
export function gameNamed(name: string, options: Pick<Options, "agents">): ReadyGame {
  const ids = gameIds(gamesFolder());
  const id = ids.find((x) => x === name || shortName(x) === name);
  if (id !== undefined) return readGameFolder(gamesFolder(), id, { resolve: scenarioText, agents: options.agents });
  if (!isScenario(name)) throw new UsageError(noGame(name, ids.map(shortName)));
  const { scenario } = openScenario(name, { set: [], agents: options.agents ?? fewer(name) });
  const rules = { rounds: 8, minutes: 3, goal: "profit", rivals: "fair", show: "prices", talk: false } as const;
  return {
    id: scenario.id,
    rules: { ...rules, seats: playable(scenario).slice(0, 6), levers: [...LEVERS] },
    scenario,
    without: null,
    plans: { en: "", zh: "" },
  };
}

/** At most so many people; a textbook market has none to count. */
function fewer(name: string): string | undefined {
  const { demand } = openScenario(name, { set: [] }).scenario;
  return "agents" in demand && demand.agents > AGENTS ? String(AGENTS) : undefined;
}
