import { growth } from "./growth.ts";
import { indices } from "./indices.ts";
import { knockOutArms } from "./knock-outs.ts";
import { learning } from "./learning.ts";
import { odds } from "./odds.ts";
import type { Question } from "./question.ts";
import { ranges } from "./ranges.ts";
import { share } from "./share.ts";
import { splits } from "./splits.ts";
import { worth } from "./worth.ts";

/** What can be asked about a scenario. A new question is a file next to these and a line here. */
export const questions = {
  splits,
  knockOuts: knockOutArms,
  share,
  growth,
  indices,
  worth,
  learning,
  ranges,
  odds,
} as const;

export type QuestionId = keyof typeof questions;
type Parts<Q extends QuestionId> =
  (typeof questions)[Q] extends Question<infer Of, infer Piece, infer Answer> ? [Of, Piece, Answer] : never;

/** What a question is about, what one replication says to it, and what all of them say. */
export type OfQuestion<Q extends QuestionId> = Parts<Q>[0];
export type PieceOf<Q extends QuestionId> = Parts<Q>[1];
export type AnswerOf<Q extends QuestionId> = Parts<Q>[2];

/** A question by its name. Its parts belong together by construction, which the type of a look-up cannot say. */
export const questionOf = <Q extends QuestionId>(id: Q) =>
  questions[id] as unknown as Question<OfQuestion<Q>, PieceOf<Q>, AnswerOf<Q>>;
