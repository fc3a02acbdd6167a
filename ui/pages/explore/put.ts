import { edit } from "../../store/app.ts";
import { resetPatch, setPatch } from "../../store/session.ts";

/** Puts a value at a path; what equals the scenario's own is no change. */
export const put = (path: string, value: unknown, own: unknown): void =>
  edit((s) => (JSON.stringify(value) === JSON.stringify(own) ? resetPatch(s, path) : setPatch(s, path, value)));
