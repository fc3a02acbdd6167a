/** What we use of two checkers that come without usable types. */
declare module "es-check" {
  interface Failure {
    readonly err: Error;
  }
  export function runChecks(
    configs: readonly Readonly<Record<string, unknown>>[],
    options: object,
  ): { readonly errors: readonly Failure[] };
}
declare module "doiuse" {
  import type { Plugin } from "postcss";

  export interface Usage {
    readonly feature: string;
    readonly usage: { toString(): string };
    readonly featureData: { readonly missing?: string };
  }
  interface Options {
    readonly browsers: readonly string[];
    onFeatureUsage(usage: Usage): void;
  }
  export default function doiuse(options: Options): Plugin;
}
