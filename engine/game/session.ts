import type { Decisions, Game, Round, Setup } from "./game.ts";

/**
 * Playing a game: a tree of rounds, a place in it, and what has been entered for the next round. Plain data and pure
 * functions: a page drives it, and so could a server. To undo is to step back; to decide otherwise there is to fork.
 */
export interface Session {
  readonly setup: Setup;
  readonly nodes: readonly Node[]; // the first is the start; a node's parent comes before it
  readonly at: number;
  readonly entered: Round; // of seats that have decided on the next quarter
}

/** A round that was played. */
export interface Node {
  readonly parent: number; // -1 of the start
  readonly round: Round;
}

export const begin = (setup: Setup): Session => ({ setup, nodes: [{ parent: -1, round: {} }], at: 0, entered: {} });

/** A session whose one line is a game already played. */
export function resume({ setup, rounds }: Game): Session {
  const nodes = [...begin(setup).nodes, ...rounds.map((round, k) => ({ parent: k, round }))];
  return { setup, nodes, at: rounds.length, entered: {} };
}

/** Nodes from the start to here, the start included. */
export function lineTo({ nodes }: Session, at: number): number[] {
  const line = [at];
  while (line[0] > 0) line.unshift(nodes[line[0]].parent);
  return line;
}

export const gameAt = (session: Session, at = session.at): Game => ({
  setup: session.setup,
  rounds: lineTo(session, at)
    .slice(1)
    .map((k) => session.nodes[k].round),
});

/** Quarters played so far. */
export const played = (session: Session): number => lineTo(session, session.at).length - 1;
export const isOver = (session: Session): boolean => played(session) >= session.setup.quarters;

/** Seats that have still to decide, in their order; `out` are those whose vendors have closed. */
export const waiting = ({ setup, entered }: Session, out: readonly string[] = []): string[] =>
  setup.seats.map((s) => s.vendor).filter((v) => !Object.hasOwn(entered, v) && !out.includes(v));

/**
 * Takes a seat's decisions for the next quarter; once everybody's are in, the quarter is played for all at once.
 * @throws RangeError when the seat is not in the game or the game is over.
 */
export function enter(session: Session, vendor: string, decisions: Decisions, out: readonly string[] = []): Session {
  const next = noteDecisions(session, vendor, decisions);
  return waiting(next, out).length === 0 ? closeRound(next) : next;
}

/**
 * Takes a seat's decisions without playing the quarter, so that they can still be changed until somebody closes it.
 * @throws RangeError when the seat is not in the game or the game is over.
 */
export function noteDecisions(session: Session, vendor: string, decisions: Decisions): Session {
  if (isOver(session)) throw new RangeError("the game is over");
  if (!session.setup.seats.some((s) => s.vendor === vendor)) throw new RangeError(`nobody plays “${vendor}”`);
  return { ...session, entered: { ...session.entered, [vendor]: decisions } };
}

/** Takes an entry back, to enter it anew. */
export function withdraw(session: Session, vendor: string): Session {
  const { [vendor]: _gone, ...entered } = session.entered;
  return { ...session, entered };
}

/**
 * Plays the quarter with what has been entered; who has not decided changes nothing. One that was played from here
 * before leads to where it led then.
 */
export function closeRound(session: Session): Session {
  const round = session.entered;
  const same = (n: Node) =>
    n.parent === session.at &&
    JSON.stringify(inOrder(n.round, session.setup)) === JSON.stringify(inOrder(round, session.setup));
  const known = session.nodes.findIndex(same);
  if (known > 0) return { ...session, at: known, entered: {} };
  const nodes = [...session.nodes, { parent: session.at, round }];
  return { ...session, nodes, at: nodes.length - 1, entered: {} };
}

const inOrder = (round: Round, { seats }: Setup) => seats.map(({ vendor }) => round[vendor] ?? null);

/** Turns to another round of the tree. @throws RangeError where there is none. */
export function goTo(session: Session, at: number): Session {
  if (!session.nodes[at]) throw new RangeError(`no round ${at}`);
  return { ...session, at, entered: {} };
}

export const undo = (session: Session): Session =>
  session.at === 0 ? session : goTo(session, session.nodes[session.at].parent);
