/** Runs a sliced computation to its end. */
export function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same, with every share done that it told. */
export function watched<T>(work: Generator<number, T>): { readonly result: T; readonly shares: readonly number[] } {
  const shares: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { result: step.value, shares };
    shares.push(step.value);
  }
}
