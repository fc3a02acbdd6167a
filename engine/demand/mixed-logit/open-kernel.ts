import { jsKernel, type Kernel, type KernelId, type KernelSize } from "./kernel.ts";
import { wasmKernel } from "./wasm/wasm-kernel.ts";

/** The kernel asked for; without a wish the fastest there is. */
export const openKernel = (id: KernelId | undefined, size: KernelSize): Kernel =>
  id === "js" ? jsKernel(size) : (wasmKernel(size) ?? jsKernel(size));
