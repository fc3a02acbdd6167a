import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { readScenario, type ReadOptions } from "../../engine/authoring.ts";
import { actingLevers, type ClassPlan, LEVERS, type Lever, SHOWS } from "../../engine/class/index.ts";
import { GOALS, STRENGTHS } from "../../engine/game/index.ts";
import type { Language, Scenario, Text } from "../../engine/index.ts";

/** A game that is ready for a class: how it is played, on which market, and a teacher's plan in both languages. */
export interface ReadyGame {
  readonly id: string;
  readonly rules: GameRules;
  readonly scenario: Scenario;
  /** The market of the other half of the class, where the game has a treatment. */
  readonly without: Scenario | null;
  readonly plans: Readonly<Record<Language, string>>; // Markdown
}

const one = <T extends string>(of: readonly T[]) => z.enum(of as [T, ...T[]]);

const rules = z.strictObject({
  seats: z
    .array(z.string())
    .min(1)
    .refine((x) => new Set(x).size === x.length, "a vendor is one seat"),
  rounds: z.int().min(1).max(20),
  minutes: z.number().min(0).max(30),
  goal: one(GOALS).default("profit"),
  rivals: one(STRENGTHS).default("fair"),
  levers: z.array(one(LEVERS)).default(["prices"]),
  show: one(SHOWS).default("prices"),
  talk: z.boolean().default(false),
});
type GameRules = z.infer<typeof rules>;

/** Ids of the ready games, in the order they are taught. */
export const gameIds = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, "game.yaml")))
        .toSorted()
    : [];

/** The name without its number: what a teacher types. */
export const shortName = (id: string): string => id.replace(/^\d+-/, "");

/** How a game is read: where the scenarios are that it extends, and with how many people, if not its own number. */
interface Reading {
  readonly resolve: NonNullable<ReadOptions["resolve"]>;
  readonly agents?: string;
}

/** A ready game from its folder. @throws Error that names the file; ScenarioErrors with line and column */
export function readGameFolder(folder: string, id: string, { resolve, agents }: Reading): ReadyGame {
  const text = (name: string) => readFileSync(join(folder, id, name), "utf8");
  const file = (name: string) => `scenarios/games/${id}/${name}`;
  const read = rules.safeParse(parse(text("game.yaml")));
  if (!read.success) throw new Error(`${file("game.yaml")}: ${z.prettifyError(read.error)}`);
  const own = (name: string) =>
    name === "./scenario.yaml" ? { file: file("scenario.yaml"), text: text("scenario.yaml") } : resolve(name);
  const set: Record<string, string> = agents === undefined ? {} : { "demand.agents": agents };
  const scenario = (name: string) => readScenario(text(name), { file: file(name), resolve: own, set }).scenario;
  const without = existsSync(join(folder, id, "without.yaml")) ? scenario("without.yaml") : null;
  return {
    id,
    rules: read.data,
    scenario: scenario("scenario.yaml"),
    without,
    plans: { en: text("en.md"), zh: text("zh.md") },
  };
}

/** What a teacher may set for a class; what is left out is as the game has it. */
export interface Wishes {
  readonly markets: number;
  readonly seed: string;
  readonly seats?: readonly string[];
  readonly rounds?: number;
  readonly minutes?: number;
  readonly show?: GameRules["show"];
  readonly talk?: boolean;
  readonly goal?: GameRules["goal"];
}

const PLAIN: Text = { en: "as it is", zh: "原样" };

/** A class's plan from a game and a teacher's wishes. */
export function planOf({ id, rules: r, scenario, without }: ReadyGame, wishes: Wishes): ClassPlan {
  const label = without ? scenario.title : PLAIN;
  const vendors = wishes.seats ?? r.seats;
  const open = new Set(vendors.flatMap((vendor) => actingLevers({ scenario, vendor, levers: r.levers as Lever[] })));
  return {
    game: id,
    title: scenario.title,
    question: scenario.question,
    arms: [
      { id: "with", label, scenario },
      ...(without ? [{ id: "without", label: without.title, scenario: without }] : []),
    ],
    setup: {
      seats: vendors.map((vendor) => ({ vendor })),
      rivals: r.rivals,
      quarters: wishes.rounds ?? r.rounds,
      goal: wishes.goal ?? r.goal,
      seed: wishes.seed,
    },
    markets: wishes.markets,
    seconds: Math.round(60 * (wishes.minutes ?? r.minutes)),
    levers: r.levers.filter((lever) => open.has(lever)) as Lever[],
    show: wishes.show ?? r.show,
    talk: wishes.talk ?? r.talk,
  };
}
