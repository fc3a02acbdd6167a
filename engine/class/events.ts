import type { Decisions } from "../game/index.ts";
import type { ClassPlan, Reveal, Show } from "./plan.ts";

/** A place in a market. */
export interface Place {
  readonly market: number;
  readonly vendor: string;
}

/** What a bot did for a seat that nobody decided for. */
export interface BotMove extends Place {
  readonly decisions: Decisions;
}

type Happened =
  | { readonly kind: "open"; readonly code: string; readonly plan: ClassPlan; readonly boardKey: string }
  | { readonly kind: "join"; readonly player: string; readonly name: string; readonly key: string; readonly to: Place }
  | { readonly kind: "seat"; readonly player: string; readonly to: Place }
  | { readonly kind: "leave"; readonly player: string }
  | { readonly kind: "markets"; readonly markets: number; readonly deal: Readonly<Record<string, Place>> }
  | ({ readonly kind: "decide"; readonly player: string; readonly page: string; readonly sent: number } & BotMove)
  | { readonly kind: "next" | "undo" | "pause" | "resume" }
  | { readonly kind: "extend"; readonly seconds: number }
  | { readonly kind: "close"; readonly bots: readonly BotMove[] }
  | ({ readonly kind: "bot"; readonly on: boolean } & Place)
  | { readonly kind: "set"; readonly show?: Show; readonly talk?: boolean; readonly seconds?: number }
  | { readonly kind: "reveal"; readonly step: Reveal };

/** One thing that happened in a class, and when [ms since 1970]. A class is the list of them; nothing else is kept. */
export type ClassEvent = Happened & { readonly at: number };

export type EventKind = ClassEvent["kind"];
export type EventOf<K extends EventKind> = Extract<ClassEvent, { readonly kind: K }>;
