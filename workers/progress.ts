/**
 * Progress as `RunOptions.onProgress` is promised it: rising, and silent once the work has ended. A worker's words come
 * through a channel of their own, so some arrive after its result.
 */
export function rising(onProgress: (done: number) => void, ended?: AbortSignal): (done: number) => void {
  let last = 0;
  return (done) => {
    if (done > last && !ended?.aborted) onProgress((last = done));
  };
}
