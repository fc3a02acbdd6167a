import fc from "fast-check";
import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    draw: number;
  }
}

fc.configureGlobal({ seed: inject("draw") });
