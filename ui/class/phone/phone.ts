import type { FromPage, PlayerView, Refusal } from "../../../engine/class/index.ts";
import type { Decisions } from "../../../engine/game/index.ts";
import { observable } from "../../store/observable.ts";
import { recall, recallHere, remember, rememberHere } from "../../store/storage.ts";
import { openLine } from "../connection.ts";
import { answered, decided, emptyOutbox, type Outbox } from "../outbox.ts";

/** What a phone knows: who it is, what it sees, what it has sent. */

type Why = Refusal | { readonly no: string };

const code = (): string => location.hash.slice(1).toUpperCase();
/** Each class has a pass of its own on this phone: yesterday's does not open today's. */
const passKey = (of: string): string => `class.${of}`;
/** A window's own comes first: at one computer several people may join, each in a window. */
const passOf = (of: string): string | null => recallHere(passKey(of)) ?? recall(passKey(of));
/** The class that this phone joined last. */
const LAST = "class.last";

export const view = observable<PlayerView | null>(null);
/** When the clock runs out, by this phone's own clock; null without one. */
export const deadline = observable<number | null>(null);
export const left = observable<number | null>(null);
export const refusal = observable<Why | null>(null);
export const outbox = observable<Outbox>(emptyOutbox(random().slice(0, 12)));
/** Whether this phone has a pass and waits to be let in again. */
export const returning = observable(passOf(code()) !== null);
/** The class to which a page opened without its code can be taken back; null where there is none. */
export const earlier = observable<string | null>(earlierClass());

function earlierClass(): string | null {
  const last = recall(LAST);
  return last !== null && code() === "" && passOf(last) !== null ? last : null;
}

function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

/** Drawn once for this page: to join twice with it is to join once. */
const secret = random();
let joining = "";

const line = openLine({
  greet() {
    const pass = passOf(code());
    return pass === null ? null : { say: "back", secret: pass };
  },
  pending: () => (view.get() ? outbox.get().pending : null),
  hear(message) {
    switch (message.say) {
      case "joined":
        if (joining === "") return;
        remember(passKey(joining), secret);
        rememberHere(passKey(joining), secret);
        remember(LAST, joining);
        location.hash = joining;
        return;
      case "player":
        view.set(withSeat(message.view, view.get()));
        left.set(message.left);
        deadline.set(message.left === null ? null : Date.now() + message.left);
        returning.set(false);
        return sendAgain();
      case "taken":
        return outbox.set(answered(outbox.get(), message.sent));
      case "refused":
        refusal.set(message.why);
        outbox.set(answered(outbox.get(), message.sent));
        if (message.why.no === "stranger") {
          view.set(null);
          returning.set(false);
          earlier.set(null);
        }
    }
  },
});

/** A server that has just come back runs the market anew: until then the same turn has the numbers we had. */
const withSeat = (next: PlayerView, before: PlayerView | null): PlayerView =>
  next.seat === null && before?.turn === next.turn && before.at.vendor === next.at.vendor
    ? {
        ...before,
        ...next,
        seat: before.seat,
        course: before.course,
        share: before.share,
        rivals: before.rivals,
        products: before.products,
      }
    : next;

export const { online } = line;

/** After a gap the line may have lost what was on its way: once we are known again it is said again. */
let known = false;
line.online.subscribe(() => (known = false));
function sendAgain(): void {
  const { pending } = outbox.get();
  if (!known && pending) line.send(pending);
  known = true;
}

export function join(message: Omit<Extract<FromPage, { say: "join" }>, "say" | "secret">): void {
  refusal.set(null);
  joining = message.code.toUpperCase();
  line.send({ say: "join", secret, ...message });
}

/** Takes a page that was opened anew to the seat that its phone holds. */
export function comeBack(to: string): void {
  refusal.set(null);
  location.hash = to;
  returning.set(true);
  line.send({ say: "back", secret: passOf(to)! });
}

export function decide(turn: number, decisions: Decisions): void {
  refusal.set(null);
  const next = decided(outbox.get(), turn, decisions);
  outbox.set(next);
  line.send(next.pending!);
}
