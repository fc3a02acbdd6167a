interface ImportMeta {
  readonly env: { readonly PROD: boolean; readonly DEV: boolean };
}

/** Made at build time by scripts/library-plugin.ts. */
declare module "virtual:library" {
  import type { ScenarioFile } from "../engine/authoring.ts";
  import type { Text } from "../engine/index.ts";
  export interface LibraryEntry {
    readonly id: string;
    readonly title: Text;
    readonly question: Text;
    load(): Promise<Pick<ScenarioFile, "scenario" | "provenance">>;
  }
  const library: readonly LibraryEntry[];
  export default library;
}

/** Made at build time by scripts/lessons/plugin.ts. */
declare module "virtual:lessons" {
  import type { LessonEntry } from "./pages/learn/lesson.ts";
  const lessons: readonly LessonEntry[];
  export default lessons;
}
