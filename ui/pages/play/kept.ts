import library from "virtual:library";
import { GOALS, MAX_TEAMS, type Session, type Setup, STRENGTHS } from "../../../engine/game/index.ts";

/** Markets that suit a game: the war of 2024, the world outside China, and one where all begin alike. */
export const MARKETS = ["china-2024", "global", "level-field"] as const;
export const LENGTHS = [4, 6, 8] as const;

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null;

function isSetup(x: unknown): x is Setup {
  if (!isRecord(x) || !Array.isArray(x.seats)) return false;
  const { base, seats, rivals, quarters, goal, seed } = x;
  return (
    library.some((e) => e.id === base) &&
    seats.length > 0 &&
    seats.length <= MAX_TEAMS &&
    seats.every((s) => isRecord(s) && typeof s.vendor === "string") &&
    STRENGTHS.includes(rivals as never) &&
    Number.isInteger(quarters) &&
    GOALS.includes(goal as never) &&
    typeof seed === "string"
  );
}

/** Whether what a browser kept is a game: another version may have written it, or a hand. */
export function isSession(x: unknown): x is Session {
  if (!isRecord(x) || !isSetup(x.setup) || !Array.isArray(x.nodes) || !isRecord(x.entered)) return false;
  const sound = x.nodes.every(
    (n, k) =>
      isRecord(n) &&
      isRecord(n.round) &&
      Number.isInteger(n.parent) &&
      (n.parent as number) < k &&
      (k === 0 || (n.parent as number) >= 0),
  );
  return sound && Number.isInteger(x.at) && (x.at as number) >= 0 && (x.at as number) < x.nodes.length;
}
