/** See bench/workload.ts. */
export interface Workload {
  readonly agents: number;
  readonly products: number;
  readonly ticks: number;
  readonly mu: number;
  readonly rho: number;
  readonly inputWeight: Float32Array;
  readonly outputWeight: Float32Array;
  readonly qualityFloor: Float32Array;
  readonly switching: Float32Array;
  readonly taste: Float32Array;
  readonly vendorOf: Int32Array;
  readonly lnQuality: Float32Array;
  readonly base: Float32Array;
  readonly input: Float32Array;
  readonly output: Float32Array;
}
export function readWorkload(folder: string): Workload;
type Counts = ArrayLike<number>;
type Result = Counts | { readonly ms: number; readonly counts: Counts };
export function serve(run: () => Result | Promise<Result>): void;
