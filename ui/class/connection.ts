import type { ClassFacts, FromPage, FromServer } from "../../engine/class/index.ts";
import { type Observable, observable } from "../store/observable.ts";

/** A page's line to its class: it comes back by itself, soon at first, then more slowly. */
const FIRST_MS = 300;
const SLOWEST_MS = 4000;
/** An answer that takes longer than this may have been lost [ms]. */
const ANSWER_MS = 2500;

/** Codes with which the server closes a line (RFC 6455, 7.4.1), and what they mean here. */
const SENT_AWAY: Readonly<Record<number, "often" | "large" | "full">> = { 1008: "often", 1009: "large", 1013: "full" };

interface Line {
  /** Says whether the line was there. */
  send(message: FromPage): boolean;
  readonly online: Observable<boolean>;
}

interface LineOptions {
  /** What to say each time the line is there again. */
  greet(): FromPage | null;
  /** What waits for an answer: said again until it comes. */
  pending(): FromPage | null;
  hear(message: Exclude<FromServer, { say: "facts" }>): void;
}

export const facts = observable<ClassFacts | null>(null);

/** Opens the line of this page. */
export function openLine({ greet, pending, hear }: LineOptions): Line {
  const online = observable(false);
  const address = new URL("ws", location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  let socket: WebSocket | null = null;
  let wait = FIRST_MS;
  const send = (message: FromPage) => {
    if (socket?.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(message));
    return true;
  };
  const connect = () => {
    socket = new WebSocket(address.href);
    socket.addEventListener("open", () => {
      wait = FIRST_MS;
      online.set(true);
      const greeting = greet();
      if (greeting) send(greeting);
    });
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(String(data)) as FromServer;
      if (message.say === "facts") facts.set(message.facts);
      else hear(message);
    });
    socket.addEventListener("close", ({ code }) => {
      online.set(false);
      const no = SENT_AWAY[code];
      if (no) hear({ say: "refused", why: { no } });
      setTimeout(connect, wait);
      wait = Math.min(SLOWEST_MS, wait * 1.7);
    });
  };
  connect();
  setInterval(() => {
    const message = pending();
    if (message) send(message);
  }, ANSWER_MS);
  // A phone that wakes up may hold a line that is dead: it asks at once, and its own timers had slept.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && socket?.readyState === WebSocket.CLOSED) connect();
  });
  return { send, online };
}
