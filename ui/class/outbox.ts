import type { Decisions } from "../../engine/game/index.ts";
import type { FromPage } from "../../engine/class/index.ts";

type Decide = Extract<FromPage, { say: "decide" }>;

/**
 * A phone's decision until the server has confirmed it. The network may lose it, double it or hold it up: it is sent
 * again as it was until there is an answer, and the server knows it by page and number. Only the latest one counts, so
 * one is enough.
 */
export interface Outbox {
  readonly page: string;
  readonly sent: number;
  readonly pending: Decide | null;
}

export const emptyOutbox = (page: string): Outbox => ({ page, sent: 0, pending: null });

/** Puts a decision in, in place of one that is still there. */
export const decided = ({ page, sent }: Outbox, turn: number, decisions: Decisions): Outbox => ({
  page,
  sent: sent + 1,
  pending: { say: "decide", page, sent: sent + 1, turn, decisions },
});

/** The server has answered the message of that number: taken or refused, it need not be sent again. */
export const answered = (outbox: Outbox, sent: number | undefined): Outbox =>
  outbox.pending?.sent === sent ? { ...outbox, pending: null } : outbox;
