import type { Text } from "../../engine/text/text.ts";
import { inFile } from "../problem-words.ts";
import { REASONS, refused } from "./problem-words.ts";

interface SystemError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly path?: unknown;
  readonly address?: unknown;
  readonly hostname?: unknown; // that was asked for, where there is none
}

/** Why the system refused, in words; null for an error that is not the system's. */
export function systemReason(error: unknown): Text | null {
  const { code, syscall } = (error ?? {}) as SystemError;
  if (typeof code !== "string") return null;
  if (Object.hasOwn(REASONS, code)) return REASONS[code];
  return typeof syscall === "string" ? refused(code) : null;
}

/** The same with the file or the address it is about. */
export function systemRefusal(error: unknown): Text | null {
  const reason = systemReason(error);
  const { path, address, hostname } = (error ?? {}) as SystemError;
  const what = path ?? address ?? hostname;
  return reason && typeof what === "string" ? inFile(what, reason) : reason;
}
