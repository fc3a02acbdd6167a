import type { BoardView } from "../../../engine/class/index.ts";
import { observable } from "../../store/observable.ts";
import { openLine } from "../connection.ts";

/** What the board knows, and how it asks for something. */
export const view = observable<BoardView | null>(null);
export const deadline = observable<number | null>(null);
export const left = observable<number | null>(null);
export const refused = observable<{ readonly no: string } | null>(null);

/** The board's key is in its address, after the #: it is never sent to a server by loading the page. */
export const key = (): string => location.hash.slice(1);

/** What was asked for while there was no line: the last of it is said once the class is there again. */
let late: (() => void) | null = null;

const line = openLine({
  greet: () => ({ say: "board", key: key() }),
  pending: () => null,
  hear(message) {
    if (message.say === "board") {
      view.set(message.view);
      left.set(message.left);
      deadline.set(message.left === null ? null : Date.now() + message.left);
      refused.set(null);
      late?.();
      late = null;
    }
    if (message.say === "refused") refused.set(message.why);
    if (message.say === "done") refused.set(null);
  },
});

export const { online } = line;

let asked = 0;
export function ask(order: { readonly do: string; readonly [name: string]: unknown }): void {
  if (!line.send({ say: "order", id: ++asked, order })) late = () => ask(order);
}
