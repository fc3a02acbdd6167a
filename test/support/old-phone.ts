import type { BrowserContext } from "playwright";

/**
 * Makes a browser lack what the oldest phones lack of what scripts ask for: methods newer than 2020, and WebAssembly on
 * vectors. Its language stays new, which the checkers see to.
 */
export async function agedTo2020(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const lists = ["at", "findLast", "findLastIndex", "toReversed", "toSorted", "toSpliced", "with"];
    const gone: readonly (readonly [object, readonly string[]])[] = [
      [Array.prototype, lists],
      [Object.getPrototypeOf(Int8Array.prototype) as object, lists],
      [String.prototype, ["at", "replaceAll", "isWellFormed"]],
      [Object, ["hasOwn", "groupBy"]],
      [Promise, ["any", "withResolvers", "try"]],
      [AbortSignal, ["any", "timeout", "abort"]],
      [AbortSignal.prototype, ["throwIfAborted"]],
      [Element.prototype, ["replaceChildren", "checkVisibility"]],
      [Intl, ["Segmenter", "supportedValuesOf"]],
      [Crypto.prototype, ["randomUUID"]],
      [globalThis, ["structuredClone", "WeakRef", "FinalizationRegistry", "AggregateError", "scheduler"]],
    ];
    for (const [of, names] of gone) for (const name of names) Reflect.deleteProperty(of, name);
    WebAssembly.validate = () => false;
  });
}
