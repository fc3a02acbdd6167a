const PAGE = 65_536;
/** Below lie the module's own constants. Address 0 means “none”. */
const BOTTOM = 1024;
/** Registers of products reach past a row's end by up to three cells; the last row's too. */
const SLACK = 64;

/** A WebAssembly memory, handed out from the bottom up and never given back. */
export interface Room {
  readonly memory: WebAssembly.Memory;
  int32(n: number): Int32Array;
  int16(n: number): Int16Array;
  float32(n: number): Float32Array;
  float64(n: number): Float64Array;
}

/**
 * A memory of `bytes`. It never grows, since growing would cut off every view of it.
 * @throws RangeError where there is not that much.
 */
export function room(bytes: number): Room {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  let next = BOTTOM;
  const take = (size: number) => {
    const at = next;
    next += padded(size);
    return at;
  };
  return {
    memory,
    int32: (n) => new Int32Array(memory.buffer, take(4 * n), n),
    int16: (n) => new Int16Array(memory.buffer, take(2 * n), n),
    float32: (n) => new Float32Array(memory.buffer, take(4 * n), n),
    float64: (n) => new Float64Array(memory.buffer, take(8 * n), n),
  };
}

/** What an array of `size` bytes takes up: whole registers, and slack. */
export const padded = (size: number): number => Math.ceil(size / 16) * 16 + SLACK;
