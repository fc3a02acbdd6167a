import type { Refusal, Sent } from "./admit.ts";
import type { BoardView, ClassFacts, PlayerView } from "./view.ts";

/** What pages and the server say to each other over a web socket, one JSON object a message. */
export type FromPage =
  /** Joins with a secret that the phone has drawn: asked twice, since an answer was lost, it has joined once. */
  | {
      readonly say: "join";
      readonly code: string;
      readonly name: string;
      readonly vendor?: string;
      readonly secret: string;
    }
  | { readonly say: "back"; readonly secret: string }
  | ({ readonly say: "decide" } & Omit<Sent, "player">)
  | { readonly say: "board"; readonly key: string }
  | {
      readonly say: "order";
      readonly id: number;
      readonly order: { readonly do: string; readonly [key: string]: unknown };
    };

export type FromServer =
  | { readonly say: "facts"; readonly facts: ClassFacts }
  | { readonly say: "joined"; readonly player: string }
  /** `left` is what the clock has left, or null without one [ms]. */
  | { readonly say: "player"; readonly view: PlayerView; readonly left: number | null }
  | { readonly say: "board"; readonly view: BoardView; readonly left: number | null }
  /** A decision is on disk; said again for one that comes again. */
  | { readonly say: "taken"; readonly sent: number }
  | { readonly say: "done"; readonly id: number }
  | { readonly say: "refused"; readonly why: Refusal | Busy; readonly sent?: number; readonly id?: number };

/** What the server itself refuses: a code that is not this class's, a stranger, too much, what is no message. */
interface Busy {
  readonly no: "code" | "stranger" | "often" | "large" | "words" | "disk";
}

/** Longest message a page may send [bytes]. */
export const MESSAGE_BYTES = 16_384;
