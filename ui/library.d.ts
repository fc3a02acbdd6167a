// A module declared here may not import from a relative path: what it did import that way was `any` to everybody.
/* oxlint-disable typescript/consistent-type-imports */
interface ImportMeta {
  readonly env: { readonly PROD: boolean; readonly DEV: boolean };
}

/** Made at build time by scripts/library-plugin.ts. */
declare module "virtual:library" {
  type Text = import("../engine/index.ts").Text;
  export interface LibraryEntry {
    readonly id: string;
    readonly title: Text;
    readonly question: Text;
    readonly family: string; // the one it goes back to by `extends`, or itself
    readonly clock: import("../engine/index.ts").Clock;
    load(): Promise<Pick<import("../engine/authoring.ts").ScenarioFile, "scenario" | "provenance">>;
  }
  const library: readonly LibraryEntry[];
  export default library;
}

/** Made at build time by scripts/first-run-plugin.ts. */
declare module "virtual:first-run" {
  const packed: Omit<import("./store/packed-run.ts").PackedRun, "cells"> & {
    readonly cells: string; // base64
    readonly fingerprint: string;
  };
  export default packed;
}

/** Made at build time by scripts/lessons/plugin.ts. */
declare module "virtual:lessons" {
  const lessons: readonly import("./pages/learn/lesson.ts").LessonEntry[];
  export default lessons;
}
