import type { Played } from "./use-run.ts";

export const Debrief = (_: { readonly played: Played }) => null;
