import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClassPlan } from "../../engine/class/index.ts";
import type { Text } from "../../engine/index.ts";
import { gameIds, planOf, shortName } from "../../server/games/ready-game.ts";
import { gameNamed } from "../class/begin.ts";
import { noTask, notPlayable } from "../class/problem-words.ts";
import { gamesFolder, isScenario } from "../scenario.ts";
import { type Options, UsageError } from "../verb.ts";

/** What goes home: its name, what it is called, and the data its page is made of. */
export interface HomeTask {
  readonly id: string;
  readonly title: Text;
  readonly task:
    | { readonly kind: "lesson"; readonly lesson: object }
    | { readonly kind: "game"; readonly plan: ClassPlan; readonly vendor: string };
}

/** A lesson by its name, else a game or scenario. @throws UsageError when there is none */
export function taskNamed(folder: string, name: string, options: Options): HomeTask {
  const lessons = existsSync(join(folder, "lessons"))
    ? readdirSync(join(folder, "lessons")).map((file) => file.replace(/\.json$/, ""))
    : [];
  const games = gameIds(gamesFolder());
  const named = (ids: readonly string[]) => ids.find((id) => id === name || shortName(id) === name);
  // “tacit-collusion” is both; a game is asked for by its number, by --game, or by a seat, which no lesson has.
  const lesson = options.game === true || options.seat !== undefined ? undefined : named(lessons);
  if (lesson !== undefined) return lessonTask(folder, lesson);
  if (named(games) === undefined && !isScenario(name))
    throw new UsageError(noTask(name, lessons.map(shortName), games.map(shortName)));
  const game = gameNamed(name, options);
  const plan = planOf(game, { markets: 1, seed: options.seed, minutes: 0, show: "all" });
  const seats = plan.setup.seats.map((s) => s.vendor);
  const vendor = options.seat === undefined ? seats[0] : String(options.seat);
  if (!seats.includes(vendor)) throw new UsageError(notPlayable(vendor, seats));
  const alone = { ...plan, arms: plan.arms.slice(0, 1) };
  return { id: shortName(game.id), title: plan.title, task: { kind: "game", plan: alone, vendor } };
}

function lessonTask(folder: string, id: string): HomeTask {
  const lesson = JSON.parse(readFileSync(join(folder, "lessons", `${id}.json`), "utf8")) as {
    readonly scenario: { readonly title: Text };
  };
  return { id: shortName(id), title: lesson.scenario.title, task: { kind: "lesson", lesson } };
}
